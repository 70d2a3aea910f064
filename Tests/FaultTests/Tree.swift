import Foundation
import Glibc

/// A folder with all that is in it, in memory. Everything in a desk is its owner's alone, so modes are not kept.
struct Tree: Sendable, Equatable {
    /// By path below the folder, with a slash before it.
    var folders: Set<String> = []
    var files: [String: [UInt8]] = [:]

    init() {}

    init(reading root: String) throws {
        let walk = FileManager.default.enumerator(atPath: root)
        while let name = walk?.nextObject() as? String {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                folders.insert("/" + name)
            } else if let bytes = FileManager.default.contents(atPath: "\(root)/\(name)") {
                files["/" + name] = Array(bytes)
            }
        }
    }

    /// What files hold that a pattern matches.
    func values(of pattern: some RegexComponent<Substring>) -> Set<String> {
        Set(files.values.flatMap { String(decoding: $0, as: UTF8.self).matches(of: pattern).map { String($0.output) } })
    }

    /// Where bytes are found, by the C library, which looks faster than Foundation: there are ten thousand cases.
    func paths(holding sought: Data) -> [String] {
        let sought = Array(sought)
        return files.filter { Self.holds($0.value, sought) }.keys.sorted()
    }

    private static func holds(_ bytes: [UInt8], _ sought: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard let first = sought.first, var rest = bytes.baseAddress else { return false }
            let last = rest + bytes.count - sought.count
            while rest <= last, let found = memchr(rest, Int32(first), last - rest + 1) {
                if memcmp(found, sought, sought.count) == 0 { return true }
                rest = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }

    func write(to root: String) throws {
        mkdir(root, 0o700)
        for folder in folders.sorted() { mkdir(root + folder, 0o700) }
        for (path, bytes) in files {
            let file = open(root + path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
            guard file >= 0 else { throw Violation("cannot write \(path)") }
            defer { close(file) }
            guard bytes.withUnsafeBytes({ Glibc.write(file, $0.baseAddress, $0.count) }) == bytes.count else {
                throw Violation("cannot write all of \(path)")
            }
        }
    }
}
