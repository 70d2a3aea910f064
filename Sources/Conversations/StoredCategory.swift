/// What is stored of persons beside their conversations, as the stock of a report counts it. In the report's order.
package enum StoredCategory: String, Sendable, Codable, CaseIterable {
    /// Persons with a name; with a profile photo; with a profile status.
    case names
    case profilePhotos = "profile-photos"
    case profileStatuses = "profile-statuses"
    /// Numbers, ids and other names by which persons are reached.
    case addresses
    case media
    /// Calls, taken or missed.
    case calls
    /// What persons asked for or refused.
    case wishes
}
