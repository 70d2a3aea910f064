/// What the compliance report says of what was due and falls due.
extension English {
    static let flow: [Text: String] = [
        .flowRounded:
            "Counts are to the nearest {base}; fewer than {few} are not told apart. The sums are checked on the exact counts.",
        .flowByQuarter:
            "Rule by rule the counts are told of whole quarters that are over; those of this period for all rules together.",
        .forecastOn:
            "Rule by rule as seen from the last night of a quarter, on {date}; the total as seen from the last night.",
        .forecastNone:
            "The forecast rule by rule is given from the end of the first quarter on.",
        .sentenceMistakeFew:
            "Fewer than {few} changes were compared with what was decided, and none differs.",
    ]
}
