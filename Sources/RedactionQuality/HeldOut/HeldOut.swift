import Conversations
import Redaction

/// The difficulty of invented texts: as most people write, as some do, as nobody does who does not hide something.
enum Tier: String, CaseIterable { case easy, hard, adversarial }

enum Tongue: CaseIterable { case fr, nl, en, de }

/// One way to write one kind of data.
struct Form: Sendable {
    let name: String
    let tiers: Set<Tier>
    let make: @Sendable (inout Chance, Tongue) -> String

    init(_ name: String, _ tiers: Set<Tier>, _ make: @escaping @Sendable (inout Chance, Tongue) -> String) {
        (self.name, self.tiers, self.make) = (name, tiers, make)
    }
}

/// An invented message of which it is known what is personal in it and what is not.
struct InventedMessage {
    struct Label {
        /// In bytes of the text.
        var range: Range<Int>
        /// Nil for what must stay.
        var category: TextCategory?
        var form: String
    }

    var text = ""
    var labels: [Label] = []

    mutating func append(_ words: String) { text += words }

    mutating func append(_ words: String, _ category: TextCategory?, _ form: String) {
        let start = text.utf8.count
        text += words
        labels.append(Label(range: start..<text.utf8.count, category: category, form: form))
    }

    /// Appends words of which those between ‹ and › are personal, or all where there are none.
    mutating func append(marked words: String, _ category: TextCategory?, _ form: String) {
        guard words.contains("‹") else { return append(words, category, form) }
        let parts = words.split(omittingEmptySubsequences: false) { "‹›".contains($0) }
        for (index, part) in parts.enumerated() {
            if index % 2 == 0 { append(String(part)) } else { append(String(part), category, form) }
        }
    }

    /// Appends a sentence with what stands in place of `{}`.
    mutating func append(sentence: String, _ words: String, _ category: TextCategory?, _ form: String) {
        let parts = sentence.split(separator: "{}", maxSplits: 1, omittingEmptySubsequences: false)
        append(String(parts[0]))
        append(marked: words, category, form)
        if parts.count > 1 { append(String(parts[1])) }
    }
}

/// Messages of one sender that follow one another.
struct InventedConversation {
    var person: PersonProfile
    var messages: [InventedMessage]
}

/// Makes labelled texts of a tier: the same seed gives the same texts.
struct HeldOut {
    let tier: Tier
    var chance: Chance

    init(_ tier: Tier, seed: UInt64) {
        self.tier = tier
        chance = Chance(seed: seed &* 4 &+ UInt64(Tier.allCases.firstIndex(of: tier) ?? 0))
    }

    mutating func conversation() -> InventedConversation {
        let tongue = chance.pick(Tongue.allCases)
        let name = InventedName(&chance)
        if tier == .adversarial, chance.happens(6) {
            return InventedConversation(person: name.profile, messages: split(tongue))
        }
        let count = chance.roll(1...4)
        return InventedConversation(
            person: name.profile, messages: (0..<count).map { _ in message(tongue, name) })
    }

    private mutating func message(_ tongue: Tongue, _ name: InventedName) -> InventedMessage {
        var message = InventedMessage()
        if chance.happens(35) { message.append(chance.pick(Sentences.plain(tongue)) + chance.pick(" |. |, |! |\n")) }
        for index in 0..<chance.roll(0...2) {
            if index > 0 { message.append(chance.pick([". ", ", ", "\n", " - "])) }
            item(tongue, name, &message)
        }
        if message.text.isEmpty || chance.happens(25) {
            message.append(
                (message.text.isEmpty ? "" : chance.pick([". ", ", ", "\n"])) + chance.pick(Sentences.plain(tongue)))
        }
        return message
    }

    private mutating func item(_ tongue: Tongue, _ name: InventedName, _ message: inout InventedMessage) {
        switch chance.roll(0...99) {
        case 0..<38:
            let form = pick(PhoneForms.all)
            let sentence = isWhole(form) ? "{}" : chance.pick(Sentences.phone(tongue))
            message.append(sentence: sentence, form.make(&chance, tongue), .phone, form.name)
        case 38..<48:
            let form = chance.pick(name.own(tier))
            message.append(sentence: chance.pick(Sentences.own(tongue)), form.1, .name, "own-" + form.0)
        case 48:
            let form = chance.pick(InventedName(&chance).introduced)
            message.append(chance.pick(DeskForms.headers))
            message.append(form.1, .name, "header-" + form.0)
            message.append(" <")
            message.append("x.\(chance.fill("####"))@example.be", .email, "header")
            message.append(">")
        case 49..<53:
            let other = InventedName(&chance)
            let form = chance.pick(other.introduced)
            message.append(sentence: chance.pick(Sentences.introduced(tongue)), form.1, .name, "introduced-" + form.0)
        case 53..<70:
            let kind = chance.pick(IdentityForms.all)
            let form = pick(kind.forms)
            let sentence = isWhole(form) ? "{}" : chance.pick(kind.sentences(tongue))
            message.append(sentence: sentence, form.make(&chance, tongue), kind.category, form.name)
        default:
            let form = pick(KeptForms.all)
            message.append(form.make(&chance, tongue), nil, form.name)
        }
    }

    /// Whether a form brings its own words.
    private func isWhole(_ form: Form) -> Bool { form.name.hasPrefix("whole") }

    private mutating func pick(_ forms: [Form]) -> Form {
        let tier = tier
        return chance.pick(forms.filter { $0.tiers.contains(tier) })
    }

    /// A number over two messages.
    private mutating func split(_ tongue: Tongue) -> [InventedMessage] {
        let groups = PhoneForms.belgian(&chance).split(separator: " ").map(String.init)
        let at = chance.roll(1...groups.count - 1)
        var (first, second) = (InventedMessage(), InventedMessage())
        let sentence = chance.pick(Sentences.phone(tongue)).split(separator: "{}").first.map(String.init) ?? ""
        first.append(sentence)
        first.append(groups[..<at].joined(separator: " "), .phone, "split")
        if chance.happens(30) { first.append(chance.pick("...| …|-| ")) }
        second.append(groups[at...].joined(separator: " "), .phone, "split")
        if chance.happens(40) { second.append(chance.pick(", | ") + chance.pick(Sentences.plain(tongue))) }
        return [first, second]
    }
}
