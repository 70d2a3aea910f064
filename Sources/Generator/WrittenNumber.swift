/// A telephone number as people write it. The ranges are kept for fiction or plainly made up.
enum WrittenNumber {
    /// Belgian, French, Dutch and British numbers in many groupings.
    static func any(_ dice: inout Dice) -> String {
        switch dice.pick(weights: [70, 12, 10, 8]) {
        case 0: belgian(subscriber: InventedPerson.digits(dice.roll(0...9_999_999), 7), &dice)
        case 1: french(InventedPerson.digits(dice.roll(0...9999), 4), &dice)
        case 2: dutch(InventedPerson.digits(dice.roll(0...9999), 4), &dice)
        default: british(InventedPerson.digits(dice.roll(0...999), 3), &dice)
        }
    }

    /// Belgian mobile numbers begin with 047; `subscriber` is the seven digits behind that.
    static func belgian(subscriber: String, _ dice: inout Dice) -> String {
        let d = Array(subscriber)
        guard d.count == 7 else { return subscriber }
        let (a, b, c, e) = (String(d[0]), String(d[1...2]), String(d[3...4]), String(d[5...6]))
        return switch dice.roll(0...11) {
        case 0: "047\(a) \(b) \(c) \(e)"
        case 1: "047\(a)/\(b).\(c).\(e)"
        case 2: "047\(a)\(b)\(c)\(e)"
        case 3: "+32 47\(a) \(b) \(c) \(e)"
        case 4: "+3247\(a)\(b)\(c)\(e)"
        case 5: "0032 47\(a) \(b)\(c)\(e)"
        case 6: "047\(a)-\(b)\(c)\(e)"
        case 7: "(047\(a)) \(b) \(c) \(e)"
        case 8: "047\(a).\(b).\(c).\(e)"
        case 9: "+32 (0)47\(a) \(b) \(c) \(e)"
        case 10: "047\(a)\u{a0}\(b)\u{a0}\(c)\u{a0}\(e)"
        default: "0 4 7 \(a) \(b) \(c) \(e)"
        }
    }

    /// 06 39 98 xx xx, kept for fiction by the French regulator.
    private static func french(_ d: String, _ dice: inout Dice) -> String {
        let (a, b) = (d.prefix(2), d.suffix(2))
        return dice.pick([
            "06 39 98 \(a) \(b)", "06.39.98.\(a).\(b)", "063998\(d)", "+33 6 39 98 \(a) \(b)", "+336 3998\(d)",
        ])
    }

    private static func dutch(_ d: String, _ dice: inout Dice) -> String {
        dice.pick(["06-5555\(d)", "06 5555 \(d)", "+31 6 5555 \(d)", "+3165555\(d)", "0031 6 5555\(d)"])
    }

    /// 07700 900xxx, kept for drama by the British regulator.
    private static func british(_ d: String, _ dice: inout Dice) -> String {
        dice.pick(["07700 900\(d)", "07700900\(d)", "+44 7700 900\(d)", "+447700900\(d)"])
    }
}
