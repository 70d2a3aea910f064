import Foundation
import Glibc

/// The built command as a process of its own, under whatever the environment says.
struct Command: Sendable {
    struct Result: Sendable {
        /// The exit code, or 128 and the number of the signal that ended it.
        let code: Int32
        let errors: String
    }

    /// The command under test: the one that was built beside the tests, or another build of it.
    static let path =
        ProcessInfo.processInfo.environment["RETENTION_COMMAND"] ?? products + "/retention"
    static let shim = products + "/libFaultShim.so"

    /// The folder of what was built.
    private static let products: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? own
        return (bundle as NSString).deletingLastPathComponent
    }()

    /// Runs a program to its end; one that does not end within two minutes is ended, and that is a failure of the test.
    static func run(
        _ program: String = path, arguments: [String], environment: [String: String] = [:], errorsTo: String
    ) throws -> Result {
        let process = try start(program, arguments: arguments, environment: environment, errorsTo: errorsTo)
        let code = try wait(process)
        return Result(code: code, errors: (try? String(contentsOfFile: errorsTo, encoding: .utf8)) ?? "")
    }

    static func start(
        _ program: String = path, arguments: [String], environment: [String: String] = [:], errorsTo: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, errorsTo, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let all = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
        var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var process = pid_t()
        guard posix_spawn(&process, program, &actions, nil, &argv, &envp) == 0 else {
            throw Violation("cannot start \(program)")
        }
        return process
    }

    static func wait(_ process: pid_t) throws -> Int32 {
        var status: Int32 = 0
        for turn in 0..<60_000 {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f) }
            if ended < 0 && errno != EINTR { throw Violation("lost a process") }
            usleep(turn < 200 ? 500 : 2_000)
        }
        kill(process, SIGKILL)
        _ = waitpid(process, &status, 0)
        throw Violation("the command did not end")
    }
}

/// A promise that was not kept, or a test that could not be made.
struct Violation: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
