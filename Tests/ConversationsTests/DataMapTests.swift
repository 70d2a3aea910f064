import Foundation
import Testing

@testable import Conversations

@Suite struct DataMapTests {
    @Test func `a clock counts a second once, or a thousand times`() {
        #expect(DataMap.ClockUnit.unixSeconds.perSecond == 1)
        #expect(DataMap.ClockUnit.unixMilliseconds.perSecond == 1000)
    }

    @Test func `tables of one part keep the map's order`() {
        func table(_ name: String, _ part: DataMap.Part) -> DataMap.Table {
            .init(name: name, part: part, key: nil, links: [], fields: [:], columns: [:])
        }
        let map = DataMap(
            store: "desk", clock: .unixSeconds,
            tables: [table("b", .attachment), table("person", .person), table("a", .attachment)])
        #expect(map.tables(.attachment).map(\.name) == ["b", "a"])
        #expect(map.tables(.media).isEmpty)
    }

    @Test func `fields are the keys of an object, so that they can be sorted`() throws {
        let table = DataMap.Table(
            name: "chat", part: .conversation, key: "id", links: [], fields: [.lastInbound: "seen"], columns: [:])
        let json = String(decoding: try JSONEncoder().encode(table), as: UTF8.self)
        #expect(json.contains(#""fields":{"last-inbound":"seen"}"#))
    }
}
