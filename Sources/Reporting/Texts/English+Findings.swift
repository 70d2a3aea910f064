/// What the compliance report says of what deviates, and of what stays open.
extension English {
    static let findings: [Text: String] = [
        .findingPromise: "Sentence of the published notice not kept: {promise}. {found}",
        .findingUnclassifiedNights:
            "More than 5% of the store without a known role or purpose in {n} night: that of {date}.|More than 5% of the store without a known role or purpose in {n} nights, most in that of {date}.",
        .findingFailedEarlier:
            "Operations that were due failed in {n} night, that of {date}, and no more at the end of the period.|Operations that were due failed in {n} nights, last in that of {date}, and no more at the end of the period.",
        .both: "{first} {second}",
        .answerNoneSeen: "None seen",
        .sentenceEarlyUnproven: "That nothing younger than its limit was changed (B10) is not proven.",
        .sentenceOverdueGrace:
            "Nothing is late; {n} operation waits for the end of the grace time.|Nothing is late; about {n} operations wait for the end of the grace time.",
        .sentenceOverdueGraceFew: "Nothing is late; fewer than {few} operations wait for the end of the grace time.",
        .sizeLess: "<~{size}",
        .annexQuoted:
            "The name, legal basis, owner, reason and source of each rule are quoted as the file of rules writes them, in its language.",
        .sentenceEarlyFailed:
            "{n} conversation younger than its limit was changed.|{n} conversations younger than their limit were changed.",
        .sentenceEarlyNone:
            "Each night, a sample of what was younger than its limit was read again: nothing in it was changed (B10).",
    ]
}
