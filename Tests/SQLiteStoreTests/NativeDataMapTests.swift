import Conversations
import Foundation
import Policies
import Testing

@testable import SQLiteStore

@Suite struct NativeDataMapTests {
    @Test func `the shipped map file says what is built in`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "DataMaps/native.yaml")))
        let map = try DataMapParser.parse(bytes, file: "DataMaps/native.yaml")
        #expect(map.store == NativeSchema.map.store && map.clock == NativeSchema.map.clock)
        #expect(map.tables.map(\.name) == NativeSchema.map.tables.map(\.name))
        for (written, builtIn) in zip(map.tables, NativeSchema.map.tables) { #expect(written == builtIn) }
        #expect(map == NativeSchema.map)
    }
}
