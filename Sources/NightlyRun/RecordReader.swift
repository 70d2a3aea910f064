import Foundation
import Policies
import Reporting
import StorePort

/// Records of nights as they are stored.
package enum RecordReader {
    /// - Throws: `NightError` of kind `damaged` where a stored record cannot be read.
    package static func record(_ json: String) throws -> RunRecord {
        do { return try JSONDecoder().decode(RunRecord.self, from: Data(json.utf8)) } catch { throw damaged }
    }

    /// The policy that was approved.
    /// - Throws: `NightError` of kind `damaged` where a stored policy cannot be read.
    static func policy(_ approval: Approval) throws -> Policy {
        do { return try PolicyHash.policy(fromCanonicalJSON: Data(approval.policy.utf8)) } catch {
            throw NightError(
                .damaged, "the policy that was approved at \(approval.at) cannot be read",
                remedy: "restore the store from a backup, or use the version that wrote it")
        }
    }

    static var damaged: NightError {
        NightError(
            .damaged, "the record of a run cannot be read",
            remedy: "restore the store from a backup, or use the version that wrote it")
    }
}
