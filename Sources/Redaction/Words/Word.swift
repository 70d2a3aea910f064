/// What a word says to a detector, in any of the four languages.
struct Word: OptionSet, Sendable {
    let rawValue: UInt64

    // What follows or precedes is a telephone number.
    static let phoneCue = Word(rawValue: 1 << 0)
    /// What follows is a reference: an order, a ticket, a meter.
    static let referenceCue = Word(rawValue: 1 << 1)
    /// An enterprise, VAT or other public register.
    static let registerCue = Word(rawValue: 1 << 2)
    static let currency = Word(rawValue: 1 << 3)
    /// A unit of measure or a noun that is counted.
    static let unit = Word(rawValue: 1 << 4)
    static let month = Word(rawValue: 1 << 5)
    static let birthCue = Word(rawValue: 1 << 6)
    /// Is a street by itself or ends the name of one: `straat`, `rue`, `road`.
    static let streetBefore = Word(rawValue: 1 << 7)
    static let streetAfter = Word(rawValue: 1 << 8)
    /// `bus`, `bte`, `box`, `nr` between a street and its number.
    static let addressPart = Word(rawValue: 1 << 9)
    static let addressCue = Word(rawValue: 1 << 10)
    static let ibanCue = Word(rawValue: 1 << 11)
    static let cardCue = Word(rawValue: 1 << 12)
    static let nationalCue = Word(rawValue: 1 << 13)
    static let handleCue = Word(rawValue: 1 << 14)
    static let extensionCue = Word(rawValue: 1 << 15)
    /// An everyday word that is also a name: `rose`, `petit`, `meer`.
    static let common = Word(rawValue: 1 << 16)
    /// A name is likely near: a greeting or a closing.
    static let nameCue = Word(rawValue: 1 << 17)
    static let weekday = Word(rawValue: 1 << 18)
    /// `et`, `ou`, `en`, `of`, `oder`: joins two numbers, no cue by itself.
    static let conjunction = Word(rawValue: 1 << 19)
    // Number words; the value is beside the word in the lexicon.
    static let digitWord = Word(rawValue: 1 << 20)
    static let teenWord = Word(rawValue: 1 << 21)
    static let tensWord = Word(rawValue: 1 << 22)
    /// A compound such as `zesenzeventig`.
    static let pairWord = Word(rawValue: 1 << 23)
    static let hundredWord = Word(rawValue: 1 << 24)
    static let doubleWord = Word(rawValue: 1 << 25)
    static let numberJoiner = Word(rawValue: 1 << 26)
    static let thousandWord = Word(rawValue: 1 << 27)
    static let town = Word(rawValue: 1 << 28)
    static let serviceCue = Word(rawValue: 1 << 29)
    static let ipCue = Word(rawValue: 1 << 30)
    /// A particle inside names: `van`, `de`, `den`, `el`.
    static let particle = Word(rawValue: 1 << 31)

    /// Spoken between two groups of a number: `puis`, `then`, `dash`.
    static let connector = Word(rawValue: 1 << 32)

    /// Grammar, never a name by itself: `le`, `mijn`, `not`.
    static let function = Word(rawValue: 1 << 33)

    /// The telling word of a phrase that introduces a name, of one that does so before a capital only, and of one that
    /// follows a name: a text without any of them introduces none.
    static let introducesName = Word(rawValue: 1 << 34)
    static let introducesCapital = Word(rawValue: 1 << 37)
    static let followsName = Word(rawValue: 1 << 35)
    /// The last word of any phrase before a name, whatever else it is: `de` of `au nom de`.
    static let endsIntroduction = Word(rawValue: 1 << 38)
    /// Announces something with a form of its own: a contact card, a message id.
    static let structure = Word(rawValue: 1 << 39)
    /// A person: digits right behind may be the number they have in some file, nothing more.
    static let customerCue = Word(rawValue: 1 << 40)
    /// To call: said behind a number too, "unter 0470 ... anrufen".
    static let callCue = Word(rawValue: 1 << 41)
    static let anyIntroduction: Word = [.introducesName, .introducesCapital, .followsName]
    /// `arobase`, `at`: says `@`.
    static let atWord = Word(rawValue: 1 << 36)

    static let anyNumber: Word = [.digitWord, .teenWord, .tensWord, .pairWord, .hundredWord, .doubleWord]
}
