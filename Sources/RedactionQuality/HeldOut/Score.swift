import Conversations
import Redaction

/// What a redactor found of what there is, by kind and by form.
struct Score {
    /// A telephone number, and each of its kind, is found where no four of its digits in a row are left.
    private static let mostLeft = 3
    private static let numbered: Set<TextCategory> = [.phone, .card, .iban, .nationalNumber]

    struct Count {
        var all = 0
        var hit = 0
        /// Texts of a form in which it went wrong, a few.
        var examples: [String] = []

        mutating func add(_ isHit: Bool, _ example: String? = nil) {
            all += 1
            if isHit { hit += 1 }
            if let example, examples.count < 4 { examples.append(example) }
        }

        /// Per cent, rounded down: nothing is told as 100 that is not.
        var share: Double { all == 0 ? 100 : Double(hit * 10_000 / all) / 100 }
    }

    /// What there is of each kind, and how much of it was found.
    private(set) var categories: [TextCategory: Count] = [:]
    /// What was found of each kind, and how much of it is of that kind.
    private(set) var findings: [TextCategory: Count] = [:]
    /// By form: how often it went as it should.
    private(set) var forms: [String: Count] = [:]
    /// What must stay, and how much of it was touched.
    private(set) var kept = Count()
    /// Messages without personal data, and how many were changed.
    private(set) var clean = Count()

    mutating func add(_ message: InventedMessage, _ found: [Finding]) {
        let bytes = Array(message.text.utf8)
        var gone = [Bool](repeating: false, count: bytes.count)
        for finding in found { for index in finding.range { gone[index] = true } }
        for label in message.labels {
            if let category = label.category {
                let isFound = Self.isFound(bytes, label.range, category, gone)
                categories[category, default: Count()].add(isFound)
                forms["\(category.rawValue) \(label.form)", default: Count()].add(isFound, isFound ? nil : message.text)
            } else {
                let isTouched = label.range.contains { gone[$0] }
                kept.add(isTouched)
                forms["kept \(label.form)", default: Count()].add(!isTouched, isTouched ? message.text : nil)
            }
        }
        for finding in found {
            let touched = message.labels.filter { $0.category != nil && $0.range.overlaps(finding.range) }
            let isOne = touched.contains { $0.category == finding.category }
            findings[finding.category, default: Count()].add(isOne)
            if touched.isEmpty {
                forms["nothing personal, taken for \(finding.category.rawValue)", default: Count()].add(
                    false, message.text)
            }
        }
        if message.labels.allSatisfy({ $0.category == nil }) { clean.add(!found.isEmpty) }
    }

    private static func isFound(_ bytes: [UInt8], _ range: Range<Int>, _ category: TextCategory, _ gone: [Bool]) -> Bool
    {
        var units: [Bool] = []
        var digits: [Bool] = []
        var at = range.lowerBound
        for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
            if scalar.properties.numericType != nil { digits.append(gone[at]) }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { units.append(gone[at]) }
            at += scalar.utf8.count
        }
        // In a link or with a label only the digits are the person's; a number in words has none.
        if numbered.contains(category), digits.count >= 8 { units = digits }
        // A profile's site may stay.
        if category == .handle { return units.suffix(6).allSatisfy(\.self) }
        guard numbered.contains(category) else { return units.count { !$0 } * 5 <= units.count }
        return !units.split(separator: true).contains { $0.count > mostLeft }
    }
}
