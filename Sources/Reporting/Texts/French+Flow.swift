/// What the compliance report says of what was due and falls due.
extension French {
    static let flow: [Text: String] = [
        .flowRounded:
            "Nombres arrondis à {base} près~; moins de {few} n’est pas détaillé. Les sommes sont vérifiées sur les nombres exacts.",
        .flowByQuarter:
            "Les nombres de chaque règle sont publiés par trimestre clos~; ceux de cette période, toutes règles réunies.",
        .forecastOn:
            "Règle par règle, vu de la dernière nuit d’un trimestre, le {date}~; le total est vu de la dernière nuit.",
        .forecastNone:
            "La prévision règle par règle est donnée à partir de la fin du premier trimestre.",
        .sentenceMistakeFew:
            "Moins de {few} changements ont été comparés à ce qui était décidé, sans différence.",
    ]
}
