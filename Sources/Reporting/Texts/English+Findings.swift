/// What the compliance report says of what deviates, and of what stays open.
extension English {
    static let findings: [Text: String] = [
        .findingPromise: "Sentence of the published notice not kept: {promise}. {found}",
        .findingUnclassifiedNights:
            "More than 5% of the store without a known role or purpose in {n} night: that of {date}.|More than 5% of the store without a known role or purpose in {n} nights, most in that of {date}.",
        .findingFailedEarlier:
            "Operations that were due failed in {n} night, that of {date}, and no more at the end of the period.|Operations that were due failed in {n} nights, last in that of {date}, and no more at the end of the period.",
    ]
}
