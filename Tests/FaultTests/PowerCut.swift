import Fixtures
import Seeding

/// What a power cut may leave of a night: what was synchronised is there; of the rest of each file any of its writes,
/// the last of them in part; of the names of each folder, those up to some moment since it was synchronised.
///
/// A file that was synchronised has its bytes and not yet its name: that takes the synchronisation of its folder. This
/// asks more than file systems such as ext4 do.
struct PowerCut {
    private final class File {
        var durable: [UInt8]
        var pending: [Operation] = []
        init(_ bytes: [UInt8]) { durable = bytes }
    }

    private struct Names {
        enum Change { case set(String, File), remove(String), rename(String, String, File) }
        var durable: [String: File] = [:]
        var now: [String: File] = [:]
        var pending: [Change] = []

        mutating func change(_ change: Change) {
            Names.apply(change, to: &now)
            pending.append(change)
        }

        mutating func synchronize() { (durable, pending) = (now, []) }

        static func apply(_ change: Change, to names: inout [String: File]) {
            switch change {
            case .set(let name, let file): names[name] = file
            case .remove(let name): names[name] = nil
            case .rename(let old, let new, let file):
                names[old] = nil
                names[new] = file
            }
        }
    }

    private var folders: [String: Names] = ["": Names()]
    private var byInode: [UInt64: File] = [:]

    /// - Parameter tree: the folder before the first of the operations, all of it durable.
    init(_ tree: Tree) {
        for folder in tree.folders { folders[folder] = Names() }
        for (path, bytes) in tree.files {
            let (folder, name) = PowerCut.split(path)
            let file = File(bytes)
            folders[folder]?.durable[name] = file
            folders[folder]?.now[name] = file
        }
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        return (String(path[..<slash]), String(path[slash...].dropFirst()))
    }

    private func file(_ path: String) -> File? {
        let (folder, name) = PowerCut.split(path)
        return folders[folder]?.now[name]
    }

    mutating func perform(_ operation: Operation) throws {
        let (folder, name) = PowerCut.split(operation.path)
        switch operation.kind {
        case .create:
            let file = File([])
            byInode[operation.inode] = file
            folders[folder]?.change(.set(name, file))
        case .write, .size:
            guard let file = byInode[operation.inode] ?? file(operation.path) else {
                throw Violation("a write into a file that nobody made: \(operation.path)")
            }
            byInode[operation.inode] = file
            file.pending.append(operation)
        case .synchronize where operation.offset == 1:
            folders[operation.path]?.synchronize()
        case .synchronize:
            guard let file = byInode[operation.inode] ?? file(operation.path) else { return }
            for change in file.pending { PowerCut.apply(change, to: &file.durable) }
            file.pending = []
        case .link, .rename:
            guard let file = file(operation.path) else { throw Violation("no file to rename: \(operation.path)") }
            let new = PowerCut.split(operation.other)
            guard new.folder == folder else {
                throw Violation("a file that moved to another folder: \(operation.path)")
            }
            folders[folder]?.change(operation.kind == .link ? .set(new.name, file) : .rename(name, new.name, file))
        case .unlink: folders[folder]?.change(.remove(name))
        case .makeFolder: folders[operation.path] = Names()
        case .read: break
        }
    }

    private static func apply(_ change: Operation, upTo count: Int? = nil, to bytes: inout [UInt8]) {
        if change.kind == .size {
            bytes = Array(bytes.prefix(change.offset))
            bytes += [UInt8](repeating: 0, count: change.offset - bytes.count)
            return
        }
        let written = change.bytes.prefix(count ?? change.bytes.count)
        let end = change.offset + written.count
        if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
        bytes.replaceSubrange(change.offset..<end, with: written)
    }

    /// How much of what was not synchronised is there after the cut.
    enum Luck: CaseIterable { case nothing, everything, some }

    func tree(_ dice: inout SplitMix) -> Tree {
        var tree = Tree()
        var bytes: [ObjectIdentifier: [UInt8]] = [:]
        for (folder, names) in folders.sorted(by: { $0.key < $1.key }) {
            if !folder.isEmpty { tree.folders.insert(folder) }
            var left = names.durable
            for change in names.pending.prefix(kept(names.pending.count, &dice)) { Names.apply(change, to: &left) }
            for (name, file) in left.sorted(by: { $0.key < $1.key }) {
                let content = bytes[ObjectIdentifier(file)] ?? survived(file, &dice)
                bytes[ObjectIdentifier(file)] = content
                tree.files["\(folder)/\(name)"] = content
            }
        }
        return tree
    }

    private func kept(_ count: Int, _ dice: inout SplitMix) -> Int {
        switch dice.pick(Luck.allCases) {
        case .nothing: 0
        case .everything: count
        case .some: dice.roll(0...count)
        }
    }

    /// A disk writes sectors of 512 bytes as a whole, in any order.
    private func survived(_ file: File, _ dice: inout SplitMix) -> [UInt8] {
        var bytes = file.durable
        let luck = dice.pick(Luck.allCases)
        guard luck != .nothing else { return bytes }
        for change in file.pending {
            switch luck == .everything ? 2 : dice.roll(0...2) {
            case 0: continue
            case 1: PowerCut.apply(change, upTo: dice.roll(0...(change.bytes.count / 512)) * 512, to: &bytes)
            default: PowerCut.apply(change, to: &bytes)
            }
        }
        return bytes
    }
}
