import Foundation

/// What lies in the desk's folder, as any program sees it.
extension Desk {
    /// Names in one of its folders, sorted.
    package func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(self.folder)/\(folder)").sorted()
    }

    /// The names of the segments in the archive folder.
    package func segments() throws -> [String] { try files("archive").filter { $0.hasSuffix(".jsonl.gz") } }

    /// Runs a program of the system. Returns its exit code and what it printed.
    package static func shell(_ program: String, _ arguments: [String]) throws -> (code: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, Array(output))
    }

    /// The lines of a segment, as `zcat` prints them, after `gzip -t` found it sound.
    package func archivedLines(_ segment: String) throws -> [String] {
        let path = "\(places.archive)/\(segment)"
        guard try Desk.shell("gzip", ["-t", path]).code == 0 else { throw FixtureError("gzip -t refuses \(segment)") }
        let (code, output) = try Desk.shell("zcat", [path])
        guard code == 0 else { throw FixtureError("zcat refuses \(segment)") }
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Path, bytes, size and time of change of everything in the folder, keys left out.
    package func snapshotOfFolder() throws -> [String: String] {
        var found: [String: String] = [:]
        let names = FileManager.default.subpaths(atPath: folder) ?? []
        for name in names where !name.hasPrefix("keys") {
            let path = "\(folder)/\(name)"
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            var status = stat()
            guard lstat(path, &status) == 0 else { throw FixtureError("no status of \(name)") }
            let bytes =
                attributes[.type] as? FileAttributeType == .typeRegular
                ? FileManager.default.contents(atPath: path)?.hashValue ?? 0 : 0
            found[name] =
                "\(status.st_size) \(status.st_mode) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(bytes)"
        }
        return found
    }

    /// Whether these bytes stand anywhere in a file of the folder, keys left out.
    package func filesHolding(_ text: String) throws -> [String] {
        let needle = Data(text.utf8)
        return (FileManager.default.subpaths(atPath: folder) ?? []).filter { name in
            !name.hasPrefix("keys")
                && FileManager.default.contents(atPath: "\(folder)/\(name)")?.range(of: needle) != nil
        }.sorted()
    }
}
