/// What a file is, by its first bytes. Names say nothing: they are anybody's.
enum SourceForm {
    case zip, json, text

    /// - Parameter path: of a regular file.
    init(path: String) throws {
        var front = [UInt8](repeating: 0, count: 4096)
        let count = try front.withUnsafeMutableBytes { try FileBytes(path: path).read(into: $0) }
        self.init(front: front[..<count])
    }

    /// A line of an export may begin with a bracket too, but a digit follows it.
    init(front: ArraySlice<UInt8>) {
        if front.starts(with: Array("PK".utf8)) {
            self = .zip
            return
        }
        let mark = PlainText.markLength(front)
        let first = front.dropFirst(mark).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        let second = first.dropFirst().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.first
        switch (first.first, second) {
        case (UInt8(ascii: "{"), _), (UInt8(ascii: "["), UInt8(ascii: "{")), (UInt8(ascii: "["), UInt8(ascii: "]")):
            self = .json
        default: self = .text
        }
    }
}
