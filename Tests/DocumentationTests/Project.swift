import Foundation

/// The project's own files, found from this one.
enum Project {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The names of a folder's files.
    static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path).sorted()
    }

    /// Every folder that holds a file, and those above it.
    static func folders(under top: String) throws -> Set<String> {
        let base = root.appendingPathComponent(top)
        var folders: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: base.path) {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: base.appendingPathComponent(path).path, isDirectory: &isFolder)
            guard exists, !isFolder.boolValue else { continue }
            let parts = path.split(separator: "/").dropLast()
            for end in parts.indices { folders.insert(([top[...]] + parts[...end]).joined(separator: "/")) }
        }
        return folders
    }
}
