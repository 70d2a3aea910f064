/// The profile that was read last, by its bytes: the lines of one person follow one another, and hold it each.
struct ProfileMemory: Sendable {
    private var json: [UInt8] = []
    private var profile = PersonProfile()

    /// The profile that these bytes are; `read` is asked where they are others than before.
    mutating func profile(
        _ bytes: UnsafeBufferPointer<UInt8>, _ read: (UnsafeBufferPointer<UInt8>) -> PersonProfile
    ) -> PersonProfile {
        if json.count != bytes.count || !json.elementsEqual(bytes) {
            json = Array(bytes)
            profile = read(bytes)
        }
        return profile
    }
}
