/// What the compliance report says of what deviates, and of what stays open.
extension Dutch {
    static let findings: [Text: String] = [
        .findingPromise: "Zin van het gepubliceerde beleid niet nagekomen: {promise}. {found}",
        .findingUnclassifiedNights:
            "Meer dan 5~% van de databank zonder bekende rol of bekend doel in {n} nacht: die van {date}.|Meer dan 5~% van de databank zonder bekende rol of bekend doel in {n} nachten, het meest in die van {date}.",
        .findingFailedEarlier:
            "In {n} nacht, die van {date}, mislukten bewerkingen waarvan de termijn verstreken was; aan het einde van de periode niet meer.|In {n} nachten, het laatst in die van {date}, mislukten bewerkingen waarvan de termijn verstreken was; aan het einde van de periode niet meer.",
        .both: "{first} {second}",
        .answerNoneSeen: "Niets vastgesteld",
        .sentenceEarlyUnproven: "Dat niets is gewijzigd wat jonger is dan zijn termijn (B10), is niet bewezen.",
        .sentenceOverdueGrace:
            "Niets is te laat; {n} bewerking wacht op het einde van de wachttijd.|Niets is te laat; ongeveer {n} bewerkingen wachten op het einde van de wachttijd.",
        .sentenceOverdueGraceFew:
            "Niets is te laat; minder dan {few} bewerkingen wachten op het einde van de wachttijd.",
        .sizeLess: "<~{size}",
        .annexQuoted:
            "De naam, de rechtsgrond, de verantwoordelijke, de reden en de bron van elke regel staan er zoals het regelbestand ze schrijft, in de taal ervan.",
        .sentenceEarlyFailed:
            "{n} gesprek dat jonger is dan zijn termijn, is gewijzigd.|{n} gesprekken die jonger zijn dan hun termijn, zijn gewijzigd.",
        .sentenceEarlyNone:
            "Elke nacht is een steekproef van wat jonger was dan zijn termijn, opnieuw gelezen: niets daarin is gewijzigd (B10).",
    ]
}
