/// Whether a text may hold anything to find: one look at its bytes.
enum Prefilter {
    static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>, _ names: NamePatterns) -> Bool {
        !bytes.isEmpty
    }
}
