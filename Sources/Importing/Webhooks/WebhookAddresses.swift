import StorePort

/// Reads the addresses of a person out of a payload.
enum WebhookAddresses {
    /// What a field such as `from` or `wa_id` holds: digits, an id for one business (`BE.…`), or an id with its
    /// server (`…@lid`).
    static func of(_ value: String?, digitsAre kind: PersonAddress.Kind) -> PersonAddress? {
        guard let value, !value.isEmpty, value.utf8.count <= 256 else { return nil }
        if isNumber(value[...]) { return ofDigits(value, kind) }
        if value.hasSuffix("@lid") { return PersonAddress(.lid, value) }
        let name = value.split(separator: "@", maxSplits: 1).first.map(String.init) ?? value
        let digits = name.hasPrefix("+") ? String(name.dropFirst()) : name
        if isNumber(digits[...]) { return ofDigits(digits, kind) }
        return PersonAddress(isBusinessScoped(value) ? .bsuid : .waID, value)
    }

    private static func isNumber(_ text: Substring) -> Bool {
        (7...15).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func ofDigits(_ digits: String, _ kind: PersonAddress.Kind) -> PersonAddress {
        kind == .phone ? PersonAddress(.phone, "+" + digits) : PersonAddress(.waID, digits)
    }

    /// Two letters of a country and a point, as `BE.` or `US.ENT.`.
    private static func isBusinessScoped(_ value: String) -> Bool {
        let bytes = Array(value.utf8.prefix(3))
        return bytes.count == 3 && bytes[2] == UInt8(ascii: ".")
            && bytes[..<2].allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// What one entry of `contacts` names: one person by all its addresses.
    static func ofContact(_ contact: JSONValue) -> [PersonAddress] {
        var addresses: [PersonAddress] = []
        if let address = of(contact["wa_id"]?.string, digitsAre: .waID) { addresses.append(address) }
        for id in [contact["user_id"]?.string, contact["parent_user_id"]?.string] {
            if let id { addresses.append(PersonAddress(.bsuid, id)) }
        }
        if let name = contact["profile"]?["username"]?.string { addresses.append(PersonAddress(.username, name)) }
        return addresses
    }

    /// The person of a message, a call or a preference: its own fields, and the contact of the same payload that
    /// shares an address with them. A contact that stands alone beside items of one sender is theirs.
    static func counterpart(_ own: [PersonAddress?], contacts: JSONValue.Elements, isOnlySender: Bool) -> Counterpart? {
        var addresses = own.compactMap { $0 }
        let match =
            contacts.first { contact in
                ofContact(contact).contains { candidate in addresses.contains { isSame($0, candidate) } }
            } ?? (contacts.count == 1 && (isOnlySender || addresses.isEmpty) ? contacts.first : nil)
        for address in match.map(ofContact) ?? [] where !addresses.contains(address) { addresses.append(address) }
        guard !addresses.isEmpty else { return nil }
        return Counterpart(addresses: addresses, profileName: match?["profile"]?["name"]?.string, evidence: .payload)
    }

    private static func isSame(_ a: PersonAddress, _ b: PersonAddress) -> Bool {
        a == b || digits(a) != nil && digits(a) == digits(b)
    }

    private static func digits(_ address: PersonAddress) -> Substring? {
        switch address.kind {
        case .phone: address.value.dropFirst()
        case .waID: address.value[...]
        default: nil
        }
    }
}
