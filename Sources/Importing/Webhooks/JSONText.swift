import Foundation

/// A JSON text that was read: its bytes, and its values in the order in which they begin.
final class JSONText {
    struct Node {
        var kind: JSONValue.Kind
        /// Of a string: whether escapes stand in it.
        var isEscaped = false
        /// Of a string, a number or an object: where it begins.
        var start: UInt32 = 0
        /// Of a string, a number or an object: its bytes as they are written. Of an array: its elements.
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

    private(set) var bytes: [UInt8] = []
    private(set) var nodes: [Node] = []

    /// Reads another text in place of the one that it held, into the same memory. Nothing may hold on to a value of that.
    func read(_ text: UnsafeBufferPointer<UInt8>) throws(JSONValue.SyntaxError) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: text)
        var reader = JSONReader(text, into: nodes)
        nodes = []
        try reader.document()
        nodes = reader.nodes
    }

    /// What a string says; a number as it is written.
    func string(_ index: Int) -> [UInt8] { withString(index) { Array($0) } }

    func withString<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        let isEscaped = nodes[index].isEscaped
        return withWritten(index) { written in
            isEscaped ? JSONEscapes.decoded(written).withUnsafeBufferPointer(body) : body(written)
        }
    }

    /// The bytes of a string between its quotes, of a number, or of an object from bracket to bracket.
    func withWritten<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        let node = nodes[index]
        let range = Int(node.start)..<Int(node.start) + node.length
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
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
