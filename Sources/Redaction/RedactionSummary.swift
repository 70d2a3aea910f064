import Conversations

/// What redacting one conversation found: counts, and the numbers that the archive keeps keyed hashes of. It holds
/// phone numbers: it is never logged or stored as it is.
package struct RedactionSummary: Sendable, Equatable {
    /// A phone number that stood in a message.
    package struct PhoneNumber: Sendable, Equatable {
        /// The index of the message; a number split over two messages is of the first.
        package var message: Int
        /// E.164 with its `+` where the country could be known (`+32470123456`), else the bare digits.
        package var digits: [UInt8]
        package init(message: Int, digits: [UInt8]) { (self.message, self.digits) = (message, digits) }
    }

    /// Findings replaced, by category.
    package var counts: [TextCategory: Int] {
        Dictionary(uniqueKeysWithValues: TextCategory.allCases.filter { tally[$0] > 0 }.map { ($0, tally[$0]) })
    }
    var tally = CategoryTally()
    /// Of each message in the order of its text, one that follows itself once.
    package var phoneNumbers: [PhoneNumber] = []
    /// Messages that were changed.
    package var changedMessages = 0

    /// Profile names that were not looked for, because they are everyday words of the store.
    package var skippedNames = 0

    package init() {}

    /// One number again and again in a message is told once.
    mutating func tell(_ number: UnsafeBufferPointer<UInt8>, in message: Int) {
        if let last = phoneNumbers.last, last.message == message, last.digits.elementsEqual(number) { return }
        phoneNumbers.append(.init(message: message, digits: Array(number)))
    }

    /// Adds another conversation's counts; message indices stay those of their own conversation.
    package static func += (a: inout RedactionSummary, b: RedactionSummary) {
        for category in TextCategory.allCases { a.tally[category] += b.tally[category] }
        a.phoneNumbers += b.phoneNumbers
        a.changedMessages += b.changedMessages
        a.skippedNames += b.skippedNames
    }
}
