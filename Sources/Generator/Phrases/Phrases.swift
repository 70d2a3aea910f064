/// What persons and the desk write in one language. In a phrase, `{n}` is a small number, `{a}` an amount, `{d}` a date,
/// `{h}` an hour, `{c}` a case code, `{w}` a thing, `{N}` a name, `{m}` an e-mail address and `{s}` a street address.
struct Phrases {
    let greetings: [String]
    /// A person's first sentences.
    let troubles: [String]
    /// What a person adds.
    let details: [String]
    let thanks: [String]
    /// The desk's sentences.
    let answers: [String]
    let closings: [String]
    /// Sent by itself.
    let automatic: [String]
    /// How a telephone number is given; `{p}` is the number.
    let numbers: [String]
    /// Said before a sentence, for no reason.
    let fillers: [String]
    let things: [String]
    let streets: [String]
    let cities: [String]
    let months: [String]
}
