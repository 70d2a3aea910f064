import Conversations

/// Writes what takes the place of a finding.
struct Replacer: Sendable {
    let settings: RedactionSettings

    func append(
        _ category: TextCategory, original: ArraySlice<UInt8>, number: ArraySlice<UInt8>, to output: inout [UInt8]
    ) {
        switch settings.replacements[category] ?? settings.replacement {
        case .remove: break
        case .placeholder(let language):
            output.append(0x5B)
            output.append(contentsOf: Self.label(category, language).utf8)
            output.append(0x5D)
        case .mask: appendMask(category, number, to: &output)
        case .pseudonym(let language, let keyed):
            output.append(0x5B)
            output.append(contentsOf: Self.label(category, language).utf8)
            output.append(0x20)
            for byte in keyed(Array(number.isEmpty ? original : number)).prefix(4) {
                // Letters only, so that no run of digits can be taken for a number.
                for half in [byte >> 4, byte & 15] { output.append(0x61 + half) }
            }
            output.append(0x5D)
        }
    }

    private func appendMask(_ category: TextCategory, _ number: ArraySlice<UInt8>, to output: inout [UInt8]) {
        guard category == .phone, number.first == 0x2B, let code = countryCode(number) else {
            return output.append(contentsOf: "****".utf8)
        }
        output.append(contentsOf: code)
        output.append(contentsOf: " *** ** ** **".utf8)
    }

    private func countryCode(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
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
