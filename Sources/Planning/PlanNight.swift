import Conversations

/// A night that a plan looks at: the one it is for, the one before, and those in 30, 60 and 90 days. Nights are
/// counted in local days, not in seconds: a day may have 23 or 25 hours.
enum PlanNight: Int, CaseIterable, Sendable {
    case yesterday = -1
    case tonight = 0
    case in30 = 30
    case in60 = 60
    case in90 = 90

    /// Its place among all nights.
    var place: Int {
        switch self {
        case .yesterday: 0
        case .tonight: 1
        case .in30: 2
        case .in60: 3
        case .in90: 4
        }
    }

    static let count = 5

    static let horizons: [PlanNight] = [.in30, .in60, .in90]
    static let farthest = PlanNight.in90

    /// The local day of this night, where the plan is for a night of `today`.
    func date(from today: CivilDate) -> CivilDate { today.adding(days: rawValue) }
}
