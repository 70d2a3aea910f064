import Conversations

// Policies and rules as keys and texts, in the file's order, for comparing two of them. A key without a value is left out.

extension Policy {
    /// Every value outside the rules.
    var settings: [(key: String, value: String)] {
        let values: [(String, String?)] = [
            ("policy", id), ("controller name", controller.name), ("controller contact", controller.contact),
            ("notice title", notice.title), ("notice version", notice.version.description),
            ("notice purposes", notice.purposes?.map(\.rawValue).joined(separator: ", ")), ("time-zone", timeZone),
            ("grace", grace.description), ("store path", store.path), ("store keys", store.keys),
            ("store media", store.media),
            ("store map", store.map), ("archive folder", archive.folder), ("reports folder", reports.folder),
            ("reports language", reports.language.rawValue), ("intake folder", intake.folder),
            ("intake keep", intake.keep.description), ("intake remember", intake.remember.description),
            ("intake ours", intake.ours.isEmpty ? nil : intake.ours.joined(separator: ", ")),
            ("intake operators", intake.operators.isEmpty ? nil : intake.operators.joined(separator: ", ")),
            ("intake zone", intake.zone),
            ("conversations after-answer", conversations.afterAnswer.description),
            ("conversations unanswered", conversations.unanswered.description),
            ("limits percent", String(limits.percent)),
            ("limits at-least", String(limits.atLeast)), ("limits clock-days", String(limits.clockDays)),
            ("redaction replacement", redaction.replacement.rawValue),
            ("redaction regions", redaction.regions.joined(separator: ", ")),
            ("proof scrub", proof.scrub.rawValue), ("proof audit-log", proof.auditLog.description),
        ]
        let replacements = TextCategory.allCases.map {
            ("redaction replacements \($0.rawValue)", redaction.replacements[$0]?.rawValue)
        }
        let sources = intake.sources.enumerated().map {
            ("intake sources \($0.offset + 1)", Optional($0.element.words))
        }
        return (values + replacements + sources).present
    }
}

extension Policy.Source {
    fileprivate var words: String {
        let names = [number.map { "number \($0)" }, folder.map { "folder \($0)" }, label.map { "label \($0)" }]
        return names.compactMap { $0 }.joined(separator: ", ") + ": \(role.rawValue), \(purpose.rawValue)"
    }
}

extension Rule {
    /// Every value of the rule but its name.
    var values: [(key: String, value: String)] {
        let head: [(String, String?)] = [("match", match.description), ("since", since.rawValue)]
        let tail: [(String, String?)] = [
            ("ceiling", ceiling.description), ("override", override?.description),
            ("lengthened", lengthened?.description), ("reason", reason),
            ("source", source),
            ("basis", basis), ("owner", owner), ("approved", approved?.description),
        ]
        return
            (head + Rule.values(of: steps, under: "steps") + [("otherwise since", otherwise?.since.rawValue)]
            + Rule.values(of: otherwise?.steps ?? [], under: "otherwise steps") + tail).present
    }

    private static func values(of steps: [Step], under key: String) -> [(String, String?)] {
        steps.enumerated().flatMap { position, step -> [(String, String?)] in
            let name = "\(key) \(position + 1)"
            return [
                ("\(name) after", step.after.description), ("\(name) clock", step.clock),
                ("\(name) actions", step.actions.description),
            ]
        }
    }
}

extension [(String, String?)] {
    fileprivate var present: [(key: String, value: String)] {
        compactMap { key, value in value.map { (key: key, value: $0) } }
    }
}
