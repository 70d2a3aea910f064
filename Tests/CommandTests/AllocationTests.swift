import Foundation
import Testing

/// What `retention redact` asks memory for, counted by a library that is preloaded into it (`Tests/AllocationShim`).
struct AllocationTests {
    private static let few = 50_000
    private static let many = 150_000
    /// For the blocks that lines are read in, some thousands of lines each, and for each core that works on them.
    private static let forBlocks = 500

    /// How often memory is asked for while these lines are redacted, again and again until there are so many.
    private func allocations(_ lines: [String], _ count: Int) throws -> Int {
        let desk = try Desk()
        let input = (0..<count).map { lines[$0 % lines.count] }.joined(separator: "\n") + "\n"
        try input.write(toFile: desk.folder + "/lines", atomically: false, encoding: .utf8)
        let shim = (Desk.binary as NSString).deletingLastPathComponent + "/libAllocationShim.so"
        let output = try desk.shell(
            "LD_PRELOAD=\(shim) ALLOCATIONS_LOG=allocations \(Desk.binary) redact < lines | wc -l && cat allocations")
        let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        try #require(numbers.count == 2, "\(output)")
        #expect(numbers[0] == count)
        return numbers[1]
    }

    @Test func `a message without a finding costs no allocation`() throws {
        let clean = [
            "Bonjour, merci beaucoup pour votre aide", "Ça ne marche toujours pas 😕, l'écran reste noir", "ok",
            "Is mijn pakje al onderweg? Het zou om 14:30 komen", "", "Vielen Dank, es funktioniert jetzt!",
            "Je suis disponible en fin de journée, après 17h",
        ]
        let more = try allocations(clean, Self.many) - allocations(clean, Self.few)
        #expect(more < Self.forBlocks, "\(more) more for 100,000 lines more")
        // What is counted is counted: a line that holds something costs some.
        let found = ["rappelez-moi au 0470 12 34 56"]
        #expect(try allocations(found, Self.many) - allocations(found, Self.few) > 100_000)
    }
}
