import Crypto
import Foundation

extension Policy {
    package init(canonicalJSON: String) throws { self = try JSONDecoder().decode(Policy.self, from: Data(canonicalJSON.utf8)) }
    package func canonicalJSON() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
