import ArgumentParser
import Foundation
import NightlyRun

/// The search for erased values, in a process of its own. Run by `run` and `verify`; what to look for comes on standard
/// input.
struct ScanResidue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ScannerProcess.command, abstract: "Searches files for values that were erased.",
        shouldDisplay: false)

    func run() throws {
        StopSignals.unblock()
        let input = FileHandle.standardInput.readDataToEndOfFile()
        guard let request = ResidueScan.Request(reading: input) else {
            throw Failure(.usage, "this command is for `retention run` alone", remedy: "use `retention verify`")
        }
        try Output.json(ResidueScan.answer(request))
    }
}
