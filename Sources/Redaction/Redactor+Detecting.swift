extension Redactor {
    /// The detectors in their order of precedence: where two would overlap, the earlier one holds.
    func detect(_ s: inout Scratch, _ bytes: UnsafeBufferPointer<UInt8>, _ names: NamePatterns) {
        s.load(bytes)
        PlaceholderDetector.scan(&s)
        let digits = s.text.digits
        if s.seen.contains(.structure) {
            VCardDetector.scan(&s)
            MessageIDDetector.scan(&s, bytes)
        }
        if digits >= 5 { LinkDetector.scan(&s, plans) }
        if s.text.hasAt || s.seen.contains(.atWord) { EmailDetector.scan(&s) }
        if s.text.hasAt || s.text.has(0x2F) || s.seen.contains(.handleCue) { HandleDetector.scan(&s) }
        KnownNumberDetector.scan(&s)
        if digits >= 4 {
            TechnicalNumberDetector.scan(&s)
            if s.text.has(0x2E) || s.text.has(0x3A) { IPAddressDetector.scan(&s) }
        } else if s.text.has(0x3A) {
            IPAddressDetector.scan(&s)
        }
        if digits >= 8 { numbers(&s, digits) }
        if digits >= 3 { DateDetector.scan(&s) }
        if digits >= 3 {
            TimeDetector.scan(&s)
            AmountDetector.scan(&s)
        }
        if digits >= 1 { PostalAddressDetector.scan(&s) }
        if digits >= 2 || !s.seen.isDisjoint(with: .anyNumber) {
            PhoneDetector.scan(&s, plans)
        } else {
            s.groups.removeAll()
        }
        guard wanted.contains(.name) else { return }
        if s.text.has(0x3C) || s.text.has(0x5B) { MailboxNameDetector.scan(&s) }
        ProfileNameDetector.scan(&s, names, isFull: true)
        FullNameDetector.scan(&s, phrases)
        if !s.seen.isDisjoint(with: .anyIntroduction) { IntroducedNameDetector.scan(&s) }
        ProfileNameDetector.scan(&s, names, isFull: false)
    }

    /// Numbers with a checksum or a shape of their own.
    private func numbers(_ s: inout Scratch, _ digits: Int) {
        IBANDetector.scan(&s)
        if digits >= 13 { CardDetector.scan(&s) }
        if digits >= 11 { NationalNumberDetector.scan(&s) }
        PublicNumberDetector.scan(&s)
        ReferenceDetector.scan(&s)
    }
}
