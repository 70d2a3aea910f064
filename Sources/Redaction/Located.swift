import Conversations

/// A finding in a message of a conversation, in bytes: what detection hands to replacement. There may be a million in a
/// long text, so that places are four bytes each; no text that SQLite keeps is longer than 2 GiB.
struct Located: Sendable {
    private let place: Span
    private var digits: Span
    let reason: StaticString
    private let messageNumber: UInt32
    let category: TextCategory
    let detector: Finding.Detector
    private let confidence: UInt8

    private struct Span {
        let start, end: UInt32
        init(_ range: Range<Int>) {
            (start, end) = (UInt32(clamping: range.lowerBound), UInt32(clamping: range.upperBound))
        }
        var range: Range<Int> { Int(start)..<Int(end) }
    }

    init(
        message: Int, bytes: Range<Int>, category: TextCategory, detector: Finding.Detector, confidence: Int,
        reason: StaticString, number: Range<Int>
    ) {
        (place, digits, self.reason) = (Span(bytes), Span(number), reason)
        (messageNumber, self.category, self.detector) = (UInt32(clamping: message), category, detector)
        self.confidence = UInt8(clamping: confidence)
    }

    var message: Int { Int(messageNumber) }
    var bytes: Range<Int> { place.range }

    /// Of a phone number: its canonical digits in `ConversationText.numbers`. Empty for the second half of a split one.
    var number: Range<Int> { digits.range }

    /// The same with its digits so much farther behind.
    func moved(by distance: Int) -> Located {
        var located = self
        located.digits = Span((number.lowerBound + distance)..<(number.upperBound + distance))
        return located
    }

    var finding: Finding {
        Finding(
            range: bytes, category: category, detector: detector, confidence: Int(confidence), reason: "\(reason)")
    }
}
