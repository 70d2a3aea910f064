import Conversations

/// One stretch of a text that is personal data, why it is thought so, and how surely. Finding says nothing of what
/// takes its place.
package struct Finding: Sendable, Equatable {
    /// What found it. The order is the order of precedence: where two overlap, the earlier one holds.
    package enum Detector: String, Sendable, CaseIterable {
        case link, messageID = "message-id", contactCard = "contact-card", email, handle, ip
        case iban, card, nationalNumber = "national-number", birthDate = "birth-date"
        case phone, split = "split-phone"
        case postalAddress = "postal-address"
        case profileName = "profile-name", introducedName = "introduced-name"
    }

    /// In bytes of the message.
    package var range: Range<Int>
    package var category: TextCategory
    package var detector: Detector
    /// 1 to 100. What is reported is above the detector's threshold; 100 is a checksum or a form of its own.
    package var confidence: Int
    /// One clause of English: what spoke for it.
    package var reason: String

    package init(range: Range<Int>, category: TextCategory, detector: Detector, confidence: Int, reason: String) {
        (self.range, self.category, self.detector) = (range, category, detector)
        (self.confidence, self.reason) = (confidence, reason)
    }
}
