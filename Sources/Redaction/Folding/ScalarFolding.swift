/// What one scalar outside ASCII is to a detector.
enum ScalarFolding {
    enum Folded {
        /// One cell, or two for a ligature (`second` is else 0).
        case cells(UInt8, UInt8, isUpper: Bool)
        /// Part of the character before it.
        case mark
        /// Not seen by a reader.
        case unseen
    }

    /// Base letters of U+00C0 to U+017F, and the second letter of those that stand for two.
    private static let latin: StaticString = """
        aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhh\
        iiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """
    /// Base letters of U+01CD to U+021F.
    private static let latinMore = Array(
        "aaiioouuuuuuuuuu-aaaa----ggkkoooo--jdddgg--nnaa----aaaaeeeeiiiioooorrrruuuusstt--hh".utf8)
    /// Base letters of U+1E00 to U+1EFF.
    private static let latinAdditional = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssss"
            + "ttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas--s-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooo"
            + "ooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------").utf8)
    /// Letters of Greek (U+0391...) and Cyrillic (U+0410...) that are drawn as Latin ones, lower and upper case alike.
    private static let greek = Array("ab--ezh-ik-mn-o-p--ty-x-".utf8)
    private static let cyrillic = Array("a-b--e----k-mho-pcty-x----------".utf8)

    @inline(__always)
    static func fold(_ scalar: UInt32) -> Folded {
        switch scalar {
        case 0x80..<0xC0: return latinSign(scalar)
        case 0xC0..<0x180: return latinLetter(scalar)
        case 0x2000..<0x2070: return punctuation(scalar)
        case 0x300..<0x370, 0x20D0..<0x20F1, 0xFE00..<0xFE10, 0xFE20..<0xFE30: return .mark
        case 0xFF01..<0xFF5F: return ascii(UInt8(truncatingIfNeeded: scalar - 0xFEE0))
        default: return rare(scalar)
        }
    }

    private static func ascii(_ byte: UInt8) -> Folded {
        let isUpper = byte >= 0x41 && byte <= 0x5A
        return .cells(isUpper ? byte | 0x20 : byte, 0, isUpper: isUpper)
    }

    private static func letter(_ byte: UInt8, isUpper: Bool = false) -> Folded {
        .cells(byte == 0x2D ? FoldedText.otherLetter : byte, 0, isUpper: isUpper)
    }

    private static func cell(_ byte: UInt8) -> Folded { .cells(byte, 0, isUpper: false) }

    private static func latinSign(_ scalar: UInt32) -> Folded {
        switch scalar {
        case 0xA0: cell(0x20)
        case 0xAD: .unseen
        case 0xB2, 0xB3: cell(UInt8(truncatingIfNeeded: scalar - 0x80))
        case 0xB9: cell(0x31)
        case 0xAA, 0xBA: cell(scalar == 0xAA ? 0x61 : 0x6F)
        case 0xB7: cell(0x2E)
        case 0xB4: cell(0x27)
        case 0xA3, 0xA5: cell(0x24)
        case 0x80..<0xA0: .unseen
        default: cell(FoldedText.symbol)
        }
    }

    private static func latinLetter(_ scalar: UInt32) -> Folded {
        let first = latin.utf8Start[Int(scalar - 0xC0)]
        let isUpper =
            switch scalar {
            case 0xC0..<0xDF: scalar != 0xD7
            case 0x138..<0x149, 0x179..<0x17F: scalar & 1 == 1
            case 0x100..<0x138, 0x14A..<0x178: scalar & 1 == 0
            default: scalar == 0x178
            }
        let second: UInt8 =
            switch scalar {
            case 0xC6, 0xE6, 0x152, 0x153: 0x65
            case 0xDE, 0xFE: 0x68
            case 0xDF: 0x73
            case 0x132, 0x133: 0x6A
            default: 0
            }
        return .cells(first, second, isUpper: isUpper)
    }

    private static func punctuation(_ scalar: UInt32) -> Folded {
        switch scalar {
        case 0x2000...0x200A, 0x202F, 0x205F: cell(0x20)
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: .unseen
        case 0x2010...0x2015, 0x2043: cell(0x2D)
        case 0x2018...0x201B, 0x2032: cell(0x27)
        case 0x201C...0x201F, 0x2033: cell(0x22)
        case 0x2022, 0x2024, 0x2027: cell(0x2E)
        case 0x2026: .cells(0x2E, 0x2E, isUpper: false)
        case 0x2028, 0x2029: cell(0x0A)
        case 0x2039: cell(0x3C)
        case 0x203A: cell(0x3E)
        case 0x2044: cell(0x2F)
        default: cell(FoldedText.symbol)
        }
    }

    private static func rare(_ scalar: UInt32) -> Folded {
        switch scalar {
        case 0x1CD..<0x220: return letter(latinMore[Int(scalar - 0x1CD)], isUpper: scalar & 1 == 0)
        case 0x1E00..<0x1F00: return letter(latinAdditional[Int(scalar - 0x1E00)], isUpper: scalar & 1 == 0)
        case 0x391..<0x3A9: return letter(greek[Int(scalar - 0x391)], isUpper: true)
        case 0x3B1..<0x3C9: return letter(greek[Int(scalar - 0x3B1)])
        case 0x406, 0x456: return letter(0x69, isUpper: scalar == 0x406)
        case 0x410..<0x430: return letter(cyrillic[Int(scalar - 0x410)], isUpper: true)
        case 0x430..<0x450: return letter(cyrillic[Int(scalar - 0x430)])
        case 0x20AC, 0x20A4, 0x20BD: return cell(0x24)
        case 0x2212, 0xFE58, 0xFE63, 0x2500, 0x2501: return cell(0x2D)
        case 0x2215, 0x2571: return cell(0x2F)
        case 0x2236: return cell(0x3A)
        case 0x22C5, 0x2219, 0x30FB: return cell(0x2E)
        case 0x2223, 0x2502, 0x01C0: return cell(0x7C)
        case 0xFE62, 0x2795: return cell(0x2B)
        case 0xFE6B: return cell(0x40)
        case 0x3000, 0x1680: return cell(0x20)
        case 0x3001: return cell(0x2C)
        case 0x3002: return cell(0x2E)
        case 0xFEFF, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFFA0, 0xFFF9...0xFFFB,
            0xE0000..<0xE1000:
            return .unseen
        case 0x1D400..<0x1D6A4:
            let index = UInt8(truncatingIfNeeded: (scalar - 0x1D400) % 52)
            return index < 26 ? letter(0x61 + index, isUpper: true) : letter(0x61 + index - 26)
        case 0x1D7CE..<0x1D800: return cell(0x30 + UInt8(truncatingIfNeeded: (scalar - 0x1D7CE) % 10))
        case 0x24B6..<0x24D0: return letter(UInt8(truncatingIfNeeded: scalar - 0x24B6) + 0x61, isUpper: true)
        case 0x24D0..<0x24EA: return letter(UInt8(truncatingIfNeeded: scalar - 0x24D0) + 0x61)
        case 0x1F130..<0x1F14A: return letter(UInt8(truncatingIfNeeded: scalar - 0x1F130) + 0x61, isUpper: true)
        case 0x1F150..<0x1F16A: return letter(UInt8(truncatingIfNeeded: scalar - 0x1F150) + 0x61, isUpper: true)
        case 0x1F170..<0x1F18A: return letter(UInt8(truncatingIfNeeded: scalar - 0x1F170) + 0x61, isUpper: true)
        case 0x1F1E6..<0x1FB00, 0x2190..<0x2460, 0x2500..<0x2776: return cell(FoldedText.symbol)
        default: return unlisted(scalar)
        }
    }

    /// By its Unicode properties.
    private static func unlisted(_ scalar: UInt32) -> Folded {
        guard let properties = Unicode.Scalar(scalar)?.properties else { return cell(FoldedText.opaque) }
        if let kind = properties.numericType, kind != .numeric, let value = properties.numericValue, value >= 0,
            value <= 9
        {
            return cell(0x30 + UInt8(value))
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
        case .format, .control: return .unseen
        case .spaceSeparator: return cell(0x20)
        case .dashPunctuation: return cell(0x2D)
        case .uppercaseLetter, .titlecaseLetter: return .cells(FoldedText.otherLetter, 0, isUpper: true)
        case .lowercaseLetter, .otherLetter, .modifierLetter: return cell(FoldedText.otherLetter)
        default: return cell(FoldedText.symbol)
        }
    }
}
