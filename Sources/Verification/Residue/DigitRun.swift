/// The digits of one run, as they are read: a very long one is given in pieces that overlap, so that no number is cut.
struct DigitRun {
    private static let longest = 1 << 10

    private let digits: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    /// Lends an empty run, whose memory ends with the closure.
    static func withEmpty(_ body: (inout DigitRun) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { digits in
            var run = DigitRun(digits: digits)
            body(&run)
        }
    }

    private init(digits: UnsafeMutableBufferPointer<UInt8>) { self.digits = digits }

    /// - Parameter digit: 0 to 9.
    @inline(__always)
    mutating func append(_ digit: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if count == digits.count {
            body(UnsafeBufferPointer(digits))
            let kept = PackedNumber.lengths.upperBound - 1
            for index in 0..<kept { digits[index] = digits[count - kept + index] }
            count = kept
        }
        digits[count] = digit
        count += 1
    }

    /// Gives what was read, where it is long enough to hold a number, and begins anew.
    @inline(__always)
    mutating func end(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if count >= PackedNumber.lengths.lowerBound { body(UnsafeBufferPointer(rebasing: digits[..<count])) }
        count = 0
    }
}
