import Foundation

/// A JSON text that was read: its bytes, and its values in the order in which they begin.
final class JSONText {
    struct Node {
        var kind: JSONValue.Kind
        /// Of a string: whether escapes stand in it.
        var isEscaped = false
        /// Of a string or a number: where it begins.
        var start: UInt32 = 0
        /// Of a string or a number: its bytes as they are written. Of an array: its elements.
        private var extent: UInt32 = 0
        private var following: UInt32 = 0

        init(_ kind: JSONValue.Kind) { self.kind = kind }

        var length: Int {
            get { Int(extent) }
            set { extent = UInt32(truncatingIfNeeded: newValue) }
        }
        /// The value after this one and all that is in it.
        var next: Int {
            get { Int(following) }
            set { following = UInt32(truncatingIfNeeded: newValue) }
        }
    }

    let bytes: [UInt8]
    let nodes: [Node]

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONValue.SyntaxError) {
        var reader = JSONReader(bytes)
        nodes = try reader.document()
        self.bytes = Array(bytes)
    }

    /// What a string says; a number as it is written.
    func string(_ index: Int) -> [UInt8] { withString(index) { Array($0) } }

    func withString<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        let node = nodes[index]
        let range = Int(node.start)..<Int(node.start) + node.length
        return bytes.withUnsafeBufferPointer { all in
            let written = UnsafeBufferPointer(rebasing: all[range])
            return node.isEscaped ? JSONEscapes.decoded(written).withUnsafeBufferPointer(body) : body(written)
        }
    }

    /// Whether a string says these bytes.
    func isEqual(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[index]
        if node.isEscaped { return withString(index) { $0.elementsEqual(name) } }
        guard node.length == name.count, let base = name.baseAddress else { return node.length == name.count }
        return bytes.withUnsafeBufferPointer { all in
            all.baseAddress.map { memcmp($0 + Int(node.start), base, name.count) == 0 } ?? false
        }
    }
}
