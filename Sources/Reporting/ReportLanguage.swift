/// The language a report is written in.
package enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
    case french = "fr"
    case dutch = "nl"
    case english = "en"
}
