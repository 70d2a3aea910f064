import Conversations

/// The frozen facts for analysts: one line a fact, CSV, as they were told and nothing else. Numbers are bare; times are
/// seconds; what is withheld is empty, and `withheld` says why.
package enum FactDataset {
    /// The columns, each with its type and meaning, as `Documentation/Reports.md` lists them.
    package static let columns = [
        "span", "level", "starts", "ends", "role", "purpose", "kind", "withheld", "conversations", "persons",
        "inbound", "outbound", "automatic", "asked", "answered", "first_response_median", "first_response_p90",
        "service_response_median", "service_response_p90", "within_15_min", "within_1_h", "within_4_h", "within_1_day",
        "next_response_median", "next_response_p90", "service_next_response_median", "service_next_response_p90",
        "resolution_median", "resolution_p90", "unanswered", "waiting", "closed", "reopened", "one_touch", "media",
        "informed", "out_of_hours", "out_of_hours_asked", "opt_outs", "decisions",
        "decision_median", "definitions",
    ]

    package static func csv(_ facts: [Fact]) -> [UInt8] {
        var text = "\u{feff}" + TableFile.line(columns)
        for fact in facts { text += TableFile.line(head(fact) + figures(fact.figures) + [version]) }
        return Array(text.utf8)
    }

    private static var version: String { String(Anonymity.standard.version) }

    private static func head(_ fact: Fact) -> [String] {
        [
            fact.span.name, fact.span.level.rawValue, fact.span.start.description,
            fact.span.end.adding(days: -1).description, fact.subject.role?.rawValue ?? "all",
            fact.subject.purpose?.rawValue ?? "all", fact.kind.rawValue, fact.withheld?.rawValue ?? "",
        ]
    }

    private static func figures(_ figures: Figures?) -> [String] {
        guard let figures else { return columns.dropFirst(8).dropLast().map { _ in "" } }
        func text(_ value: Int?) -> String { value.map(String.init) ?? "" }
        let within = figures.within.map { $0.map { String($0) } } ?? ["", "", "", ""]
        return [
            figures.conversations, figures.persons, figures.inbound, figures.outbound, figures.automatic, figures.asked,
            figures.firstResponse.n,
        ].map { String($0) }
            + [
                figures.firstResponse.median, figures.firstResponse.p90, figures.firstResponseInService.median,
                figures.firstResponseInService.p90,
            ].map(text) + within
            + [
                figures.nextResponse.median, figures.nextResponse.p90, figures.nextResponseInService.median,
                figures.nextResponseInService.p90, figures.resolution.median, figures.resolution.p90,
            ].map(text)
            + [
                figures.unanswered, figures.waiting, figures.closed, figures.reopened, figures.oneTouch, figures.media,
                figures.informed, figures.outOfHours, figures.outOfHoursAsked,
            ].map { String($0) }
            + [figures.optOuts, figures.decisions.n, figures.decisions.median].map(text)
    }
}
