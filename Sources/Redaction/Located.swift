import Conversations

/// A finding in a message of a conversation, in bytes: what detection hands to replacement.
struct Located: Sendable {
    var message: Int
    var bytes: Range<Int>
    var category: TextCategory
    var detector: Finding.Detector
    var confidence: Int
    var reason: StaticString
    /// Of a phone number: its canonical digits in `ConversationText.numbers`. Empty for the second half of a split one.
    var number: Range<Int>

    var finding: Finding {
        Finding(range: bytes, category: category, detector: detector, confidence: confidence, reason: "\(reason)")
    }
}
