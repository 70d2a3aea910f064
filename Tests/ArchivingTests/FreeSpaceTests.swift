import Foundation
import Testing

@testable import Archiving

@Suite struct FreeSpaceTests {
    @Test func `free space is that which df tells`() throws {
        let folder = try TemporaryFolder()
        let answer = try run("df", ["--output=avail", "-B1", folder.path])
        let words = String(decoding: answer.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let told = try #require(words.last.flatMap { Int($0) })
        let space = try FreeSpace(at: folder.path)
        // Other programs write meanwhile.
        #expect(abs(space.bytes - told) < max(told / 5, 1 << 20))
    }

    @Test func `what does not fit is refused with the bytes wanted`() throws {
        let space = try FreeSpace(at: "/")
        try space.require(space.bytes, for: "a batch")
        do {
            try space.require(space.bytes + 1, for: "a batch")
            Issue.record("fits")
        } catch {
            #expect(error.kind == .cannotCreate)
            #expect(error.description.contains("\(space.bytes + 1)"))
        }
        #expect(kind { _ = try FreeSpace(at: "/no such place") } == .missing)
    }
}
