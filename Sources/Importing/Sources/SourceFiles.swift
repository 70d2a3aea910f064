import Foundation

/// The files under the paths that an import is given: folders are walked in the order of names, links are not
/// followed, hidden files are passed over.
enum SourceFiles {
    struct Entry {
        let path: String
        /// Why it cannot be read, where that is known already.
        let fault: ImportFault?
    }

    private static let deepest = 32

    static func find(_ paths: [String]) -> [Entry] { paths.flatMap { find($0, depth: 0) } }

    private static func find(_ path: String, depth: Int) -> [Entry] {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            return [
                Entry(path: path, fault: .init(.missing, "there is no such file or folder", remedy: "check the path"))
            ]
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return [Entry(path: path, fault: nil)]
        case S_IFDIR where depth < deepest:
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                return [Entry(path: path, fault: .unreadable("the folder cannot be listed"))]
            }
            return names.filter { !$0.hasPrefix(".") }.sorted {
                Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
            }
            .flatMap { find(path.hasSuffix("/") ? path + $0 : path + "/" + $0, depth: depth + 1) }
        default: return [Entry(path: path, fault: .notRegular)]
        }
    }
}
