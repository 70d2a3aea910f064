import Conversations

/// Writes what takes the place of a finding.
struct Replacer: Sendable {
    /// What is written for a category, put together once.
    private enum Form: Sendable {
        case remove
        case placeholder([UInt8])
        case mask
        case pseudonym(opening: [UInt8], RedactionSettings.KeyedHash)

        init(_ category: TextCategory, _ replacement: RedactionSettings.Replacement) {
            switch replacement {
            case .remove: self = .remove
            case .placeholder(let language): self = .placeholder(Array("[\(Replacer.label(category, language))]".utf8))
            case .mask: self = .mask
            case .pseudonym(let language, let keyed):
                self = .pseudonym(opening: Array("[\(Replacer.label(category, language)) ".utf8), keyed)
            }
        }
    }

    private let forms: [Form]

    init(settings: RedactionSettings) {
        forms = TextCategory.allCases.map { Form($0, settings.replacements[$0] ?? settings.replacement) }
    }

    func append(
        _ category: TextCategory, original: UnsafeBufferPointer<UInt8>, number: UnsafeBufferPointer<UInt8>,
        to output: inout [UInt8]
    ) {
        switch forms[category.place] {
        case .remove: break
        case .placeholder(let words): output.append(contentsOf: words)
        case .mask: appendMask(category, number, to: &output)
        case .pseudonym(let opening, let keyed):
            output.append(contentsOf: opening)
            for byte in keyed(Array(number.isEmpty ? original : number)).prefix(4) {
                // Letters only, so that no run of digits can be taken for a number.
                for half in [byte >> 4, byte & 15] { output.append(0x61 + half) }
            }
            output.append(0x5D)
        }
    }

    private func appendMask(_ category: TextCategory, _ number: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        guard category == .phone, number.first == 0x2B, let code = countryCode(number) else {
            return output.append(contentsOf: "****".utf8)
        }
        output.append(contentsOf: code)
        output.append(contentsOf: " *** ** ** **".utf8)
    }

    private func countryCode(_ number: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>>? {
        var code = 0
        for (offset, digit) in number.dropFirst().prefix(3).enumerated() {
            code = code * 10 + Int(digit) - 0x30
            if NumberingPlans.world.plan(countryCode: code) != nil {
                return number.prefix(offset + 2)
            }
        }
        return nil
    }

    static func label(_ category: TextCategory, _ language: RedactionSettings.Language) -> String {
        let (fr, nl, en) =
            switch category {
            case .phone: ("téléphone", "telefoon", "phone")
            case .name: ("nom", "naam", "name")
            case .email: ("e-mail", "e-mail", "e-mail")
            case .iban: ("compte", "rekening", "account")
            case .card: ("carte", "kaart", "card")
            case .nationalNumber: ("numéro national", "rijksregisternummer", "national number")
            case .handle: ("profil", "profiel", "profile")
            case .ipAddress: ("adresse IP", "IP-adres", "IP address")
            case .birthDate: ("date de naissance", "geboortedatum", "date of birth")
            case .address: ("adresse", "adres", "address")
            }
        return switch language {
        case .fr: fr
        case .nl: nl
        case .en: en
        }
    }
}
