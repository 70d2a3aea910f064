import Glibc

/// What is to happen to which of the operations on files that the command makes; see Tests/FaultShim/plan.c.
struct Fault: Sendable, CustomStringConvertible {
    enum Mode: String, Sendable { case kill, torn, short, error, interrupt }
    var mode: Mode
    /// Counted from 1.
    var at: Int
    /// The error, or the signal that interrupts.
    var error: Int32 = 0
    /// Whether every operation from then on meets it.
    var isSticky = false
    /// Whether reads are counted and meet it, and nothing that changes a file.
    var isOfReads = false
    /// Whether the process that searches for residue meets it, and not the run.
    var isOfScanner = false

    var description: String {
        let what =
            mode == .interrupt ? "signal \(error)" : mode == .error ? String(cString: strerror(error)) : mode.rawValue
        let whose = isOfScanner ? " of the search" : ""
        return "\(what) at \(isOfReads ? "read" : "operation") \(at)\(whose)\(isSticky ? " and from then on" : "")"
    }

    var environment: [String: String] {
        [
            "FAULT_MODE": mode.rawValue, "FAULT_AT": "\(at)", "FAULT_ERRNO": "\(error)",
            "FAULT_STICKY": isSticky ? "1" : "0", "FAULT_READS": isOfReads ? "1" : "0",
            "FAULT_CHILD": isOfScanner ? "1" : "0",
        ]
    }
}

/// Exit codes of the design that a run may end with when the disk fails it.
enum Codes {
    static let killed: Int32 = 128 + SIGKILL
    /// Done; in part; a file that could not be unlinked is still there (22) or overdue (23); a file cannot be made; an I/O
    /// error.
    static let afterDiskError: Set<Int32> = [0, 3, 22, 23, 73, 74]
    /// And a store that is damaged, as SQLite calls one whose read ends with EIO.
    static let afterReadError: Set<Int32> = afterDiskError.union([65])
}
