import Conversations
import Planning

extension Catalogue {
    /// What a set of actions does, in words: `expurger le texte, archiver`.
    func words(for actions: Actions) throws(ReportError) -> String {
        if actions.contains(.eraseAll) { return try plain(.actionEraseAll) }
        let single: [(Actions, Text)] = [
            (.eraseProfilePhoto, .actionProfilePhoto), (.eraseProfileStatus, .actionProfileStatus),
            (.eraseMedia, .actionMedia),
        ]
        let after: [(Actions, Text)] = [(.pseudonymise, .actionPseudonymise), (.archive, .actionArchive)]
        var words: [String] = []
        for (action, text) in single where actions.contains(action) { words.append(try plain(text)) }
        if actions.isSuperset(of: .redactAll) {
            words.append(try plain(.actionRedactAll))
        } else if actions.isRedacting {
            var categories: [String] = []
            for category in TextCategory.allCases where actions.contains(.redact(category)) {
                categories.append(try plain(category.text))
            }
            words.append(try filled(.actionRedact, ["categories": categories.joined(separator: ", ")]))
        }
        for (action, text) in after where actions.contains(action) { words.append(try plain(text)) }
        return words.isEmpty ? try plain(.actionNone) : words.joined(separator: ", ")
    }
}

extension TextCategory {
    var text: Text {
        switch self {
        case .phone: .categoryPhone
        case .name: .categoryName
        case .email: .categoryEmail
        case .iban: .categoryIBAN
        case .card: .categoryCard
        case .nationalNumber: .categoryNationalNumber
        case .handle: .categoryHandle
        case .ipAddress: .categoryIPAddress
        case .birthDate: .categoryBirthDate
        case .address: .categoryAddress
        }
    }
}

extension Role {
    var text: Text {
        switch self {
        case .client: .roleClient
        case .prospect: .roleProspect
        case .candidate: .roleCandidate
        case .operator: .roleOperator
        case .unknown: .roleUnknown
        }
    }
}

extension Purpose {
    var text: Text {
        switch self {
        case .assistance: .purposeAssistance
        case .question: .purposeQuestion
        case .application: .purposeApplication
        case .technical: .purposeTechnical
        case .quality: .purposeQuality
        case .information: .purposeInformation
        case .unknown: .purposeUnknown
        }
    }
}

extension PlanSubject {
    var text: Text {
        switch self {
        case .conversations: .subjectConversations
        case .persons: .subjectPersons
        case .segments: .subjectSegments
        case .sources: .subjectSources
        }
    }
}
