import Conversations
import Crypto
import Foundation

/// What a policy is known by: the SHA-256 of its canonical JSON, which holds every parsed value and nothing else. A
/// comment or white space changes nothing, any value does.
package enum PolicyHash {
    /// 64 lower-case hexadecimal digits.
    ///
    /// - Parameter map: the data map that the policy names: another map makes another thing of the same policy.
    package static func of(_ policy: Policy, map: DataMap? = nil) throws -> String {
        var bytes = try canonicalJSON(of: policy)
        if let map { bytes += try encoder.encode(map) }
        return SHA256.hash(data: bytes).hexadecimal
    }

    /// The policy as JSON with sorted keys and no white space, as it is stored with its approval.
    package static func canonicalJSON(of policy: Policy) throws -> Data { try encoder.encode(policy) }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    /// The policy that a stored canonical JSON stands for. It was valid when it was approved and is not checked again.
    package static func policy(fromCanonicalJSON json: Data) throws -> Policy {
        try JSONDecoder().decode(Policy.self, from: json)
    }
}
