/// Why a report could not be made from a record.
package enum ReportError: Error, Sendable, Equatable {
    /// The catalogue of this language lacks a text.
    case missingText(ReportLanguage, Text)
    /// The record names a time zone that this machine does not know.
    case unknownTimeZone(String)
    /// The page template or the style could not be read: a mistake in this module.
    case template(String)
}
