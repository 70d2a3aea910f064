import ArgumentParser
import Foundation
import Importing

/// How far an import is, by the bytes of its files, and its end where somebody asked for one.
final class ImportWatch {
    private let progress: ProgressLine?
    /// Of each file, in the order in which they are imported.
    private let sizes: [Int]
    private var file = 0
    private var readOfFile = 0
    private let isAsked = StopSignals.install()

    init(_ progress: ProgressLine?, paths: [String]) {
        self.progress = progress
        sizes = Importer.files(under: paths).map { path in
            var status = stat()
            return lstat(path, &status) == 0 ? Int(status.st_size) : 0
        }
        progress?.step("importing file 1 of \(sizes.count)")
        progress?.begin(sizes.reduce(0, +), .bytes)
    }

    /// A file is read twice where it has to be looked through first; it counts once.
    /// - Throws: `ExitCode` where a signal came. What was committed stays; importing the same again adds the rest.
    func read(_ bytes: Int) throws {
        if let signal = StopSignals.received, isAsked() {
            end()
            Output.error(
                "retention: stopped in file \(file + 1) of \(sizes.count), as asked; what is imported stays\n"
                    + "  import the same files again: what is known already is not taken twice")
            throw ExitCode(128 + signal)
        }
        let left = sizes.indices.contains(file) ? max(sizes[file] - readOfFile, 0) : 0
        readOfFile += bytes
        progress?.add(min(bytes, left))
    }

    /// - Parameter number: of the file that was imported, from 1.
    func finish(_ number: Int) {
        let left = sizes.indices.contains(file) ? max(sizes[file] - readOfFile, 0) : 0
        progress?.add(left)
        (file, readOfFile) = (number, 0)
        progress?.step("importing file \(min(number + 1, sizes.count)) of \(sizes.count)")
        progress?.clear()
    }

    func end() { progress?.end() }
}
