/// What the compliance report says of what deviates, and of what stays open.
extension Dutch {
    static let findings: [Text: String] = [
        .findingPromise: "Zin van het gepubliceerde beleid niet nagekomen: {promise}. {found}",
        .findingUnclassifiedNights:
            "Meer dan 5~% van de databank zonder bekende rol of bekend doel in {n} nacht: die van {date}.|Meer dan 5~% van de databank zonder bekende rol of bekend doel in {n} nachten, het meest in die van {date}.",
        .findingFailedEarlier:
            "In {n} nacht, die van {date}, mislukten bewerkingen waarvan de termijn verstreken was; aan het einde van de periode niet meer.|In {n} nachten, het laatst in die van {date}, mislukten bewerkingen waarvan de termijn verstreken was; aan het einde van de periode niet meer.",
    ]
}
