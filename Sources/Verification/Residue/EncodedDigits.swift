/// Runs of digits inside what is written in Base64 (RFC 4648, section 4), such as the ids of messages, wherever the
/// text around them lets them begin in a group of three bytes.
///
/// A digit's upper half is 3. So the second sign of every group whose first two bytes are digits has a value that ends
/// with 0011: it is D, T, j or z. Nine digits cover the second sign of three groups in a row.
enum EncodedDigits {
    /// The values of signs; 255 is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, sign) in alphabet.utf8.enumerated() { values[Int(sign)] = UInt8(value) }
        return values
    }()

    /// Gives every run of nine digits or more: its digits, 0 to 9 each. The buffer is valid inside the closure only.
    @inline(__always)
    static func each(in searched: SearchedBytes, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        values.withUnsafeBufferPointer { values in
            DigitRun.withEmpty { run in
                // For each place that a group may have, up to where its signs were read.
                var done = SIMD4<Int>()
                var (place, masks) = (0, searched.masks)
                while place < searched.count {
                    let (seconds, next) = (masks[0].encoded, masks[1].encoded)
                    // Three groups in a row.
                    var thirds = seconds & (seconds &>> 4 | next &<< 60) & (seconds &>> 8 | next &<< 56)
                    while thirds != 0 {
                        let second = place &+ thirds.trailingZeroBitCount
                        thirds &= thirds &- 1
                        // The first place of all is the second sign of no group.
                        guard second > done[second & 3] else { continue }
                        done[second & 3] = read(
                            searched.bytes, second, from: done[second & 3], values, into: &run, body)
                    }
                    place &+= SearchedBytes.block
                    masks += 1
                }
            }
        }
    }

    /// Reads the run that the group of a second sign lies in, and returns the place of the last group read: another may
    /// begin in it.
    private static func read(
        _ bytes: UnsafeRawBufferPointer, _ second: Int, from done: Int, _ values: UnsafeBufferPointer<UInt8>,
        into run: inout DigitRun, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Int {
        // The run may have begun at the end of the group before.
        var group = second - 1
        if group - 4 >= done { group -= 4 }
        var goesOn = true
        while goesOn, group < bytes.count {
            for byte in 0..<3 {
                if let digit = digit(byte, ofGroup: group, bytes, values) {
                    run.append(digit, body)
                } else {
                    run.end(body)
                    goesOn = group < second
                }
            }
            group += 4
        }
        run.end(body)
        return group - 4
    }

    /// The digit that a byte of a group is; nil where it is none.
    @inline(__always)
    private static func digit(
        _ byte: Int, ofGroup group: Int, _ bytes: UnsafeRawBufferPointer, _ values: UnsafeBufferPointer<UInt8>
    ) -> UInt8? {
        let place = group + byte
        guard place + 1 < bytes.count else { return nil }
        let (left, right) = (values[Int(bytes[place])], values[Int(bytes[place + 1])])
        guard left | right < 64 else { return nil }
        let value = left << UInt8(2 + 2 * byte) | right >> UInt8(4 - 2 * byte)
        return value &- 48 < 10 ? value &- 48 : nil
    }
}
