/// The part of the day that a 12-hour time is in, in the words that phones put into exports.
enum DayPeriod {
    case morning, noon, afternoon, night

    /// From letters without spaces and dots, ASCII in lower case. Nil where the word is not known.
    init?(_ letters: [UInt8]) {
        switch String(decoding: letters, as: UTF8.self) {
        case "am", "matin", "dumatin", "mat", "vm", "voorm", "vorm", "morgens", "'sochtends", "'smorgens", "ص", "дп":
            self = .morning
        case "noon", "midi", "mittags": self = .noon
        case "pm", "après-midi", "del'après-midi", "ap", "apm", "soir", "dusoir", "nm", "nam", "nachm", "nachmittags",
            "abends",
            "'smiddags", "'savonds", "م", "пп":
            self = .afternoon
        case "nuit", "dunuit", "minuit", "delanuit", "nachts", "'snachts": self = .night
        default: return nil
        }
    }

    /// The hour of the day, 0 to 23, of a 12-hour clock; nil where it shows no such hour.
    func hour(_ shown: Int) -> Int? {
        guard (0...12).contains(shown) else { return nil }
        switch self {
        case .morning, .night: return shown == 12 ? 0 : shown
        case .noon: return shown == 12 ? 12 : shown < 6 ? shown + 12 : shown
        case .afternoon: return shown == 12 ? 12 : shown + 12
        }
    }
}
