/// What the compliance report says of what was due and falls due.
extension Dutch {
    static let flow: [Text: String] = [
        .flowRounded:
            "Aantallen zijn afgerond op {base}; minder dan {few} wordt niet uitgesplitst. De sommen zijn met de exacte aantallen gecontroleerd.",
        .flowByQuarter:
            "De aantallen per regel staan er voor hele, afgesloten kwartalen; die van deze periode voor alle regels samen.",
        .forecastOn:
            "Per regel gezien vanaf de laatste nacht van een kwartaal, op {date}; het totaal vanaf de laatste nacht.",
        .forecastNone:
            "De vooruitblik per regel staat er vanaf het einde van het eerste kwartaal.",
        .sentenceMistakeFew:
            "Minder dan {few} wijzigingen zijn vergeleken met wat besloten was, zonder verschil.",
    ]
}
