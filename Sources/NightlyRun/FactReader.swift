import Foundation
import Reporting
import StorePort

/// Facts as they are stored, and as they are used.
package enum FactReader {
    /// - Throws: `NightError` of kind `damaged` where a stored fact cannot be read.
    package static func facts(of span: FrozenSpan) throws -> [Fact] {
        do {
            return try span.facts.map { try JSONDecoder().decode(Fact.self, from: Data($0.utf8)) }
        } catch is DecodingError {
            throw NightError(
                .damaged, "the figures of \(span.name) cannot be read",
                remedy: "restore the store from a backup, or use the version that wrote them")
        }
    }
}
