import Glibc

/// The folder that the product's own store lies in. Who can write to it can put another store, lock or log in the place of
/// what is there.
package struct StoreFolder {
    private let path: String

    package init(store: String) {
        let slash = store.lastIndex(of: "/")
        path = slash.map { $0 == store.startIndex ? "/" : String(store[..<$0]) } ?? "."
    }

    /// In a folder with the sticky bit nobody but their owner can rename or remove files.
    package var isOpenToOthers: Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_mode & (S_IWGRP | S_IWOTH) != 0 && status.st_mode & S_ISVTX == 0
    }

    /// - Throws: `NightError` of kind `space` (73) where others can write into it.
    package func requireClosed() throws {
        guard isOpenToOthers else { return }
        throw NightError(.space, "others may write into the folder of the store, \(path)", remedy: remedy)
    }

    package var remedy: String { "chmod go-w \(path)" }
}
