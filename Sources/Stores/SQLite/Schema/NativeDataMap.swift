import Conversations

extension NativeSchema {
    /// The data map of the product's own schema. `DataMaps/native.yaml` is the same map as a file, for reading
    /// and as a pattern for another database.
    package static let map = DataMap(
        store: "native", clock: .unixSeconds,
        tables: [
            .init(
                name: "person", part: .person, key: "id", links: [],
                fields: [
                    .lastInbound: "last_inbound_at", .relationEnded: "relation_ended_at", .restricted: "restricted",
                    .firstSeen: "first_seen_at", .pseudonym: "pseudonym", .done: "done", .floor: "wake",
                    .revision: "revision",
                ],
                columns: [
                    "display_name": .name, "first_name": .name, "last_name": .name, "photo_file": .profilePhoto,
                    "status_text": .profileStatus, "pseudonym": .hash,
                ]),
            .init(
                name: "address", part: .address, key: "id",
                links: [.init(column: "person", table: "person", target: "id")],
                fields: [.kind: "kind", .text: "value"],
                columns: ["kind": .keep, "value": .phone, "evidence": .keep]),
            .init(
                name: "operator", part: .operator, key: "id", links: [], fields: [:], columns: ["name": .name]),
            .init(
                name: "thread", part: .attachment, key: "id",
                links: [.init(column: "person", table: "person", target: "id")],
                fields: [:], columns: ["key": .hash, "channel": .keep]),
            .init(
                name: "conversation", part: .conversation, key: "id",
                links: [.init(column: "person", table: "person", target: "id")],
                fields: [
                    .role: "role", .purpose: "purpose", .opened: "opened_at", .collected: "collected_at",
                    .lastInbound: "last_inbound_at", .closed: "closed_at", .closedBy: "closed_by",
                    .decision: "decision_at",
                    .firstInbound: "first_inbound_at", .responded: "responded_at", .messages: "messages",
                    .bytes: "bytes", .notice: "notice",
                    .firstSeen: "first_seen_at", .lastSeen: "last_seen_at", .done: "done", .floor: "floor",
                    .revision: "revision",
                ],
                columns: ["role": .keep, "purpose": .keep, "closed_by": .keep, "notice": .keep]),
            .init(
                name: "participant", part: .participant, key: nil,
                links: [
                    .init(column: "conversation", table: "conversation", target: "id"),
                    .init(column: "person", table: "person", target: "id"),
                ],
                fields: [:], columns: [:]),
            .init(
                name: "message", part: .message, key: nil,
                links: [.init(column: "conversation", table: "conversation", target: "id")],
                fields: [
                    .order: "n", .sent: "sent_at", .direction: "direction", .kind: "kind", .text: "text",
                    .author: "author",
                ],
                columns: ["kind": .keep, "text": .text, "reply_to": .hash]),
            .init(
                name: "media", part: .media, key: "id",
                links: [.init(column: "conversation", table: "conversation", target: "id")],
                fields: [.order: "n", .kind: "kind", .file: "file"],
                columns: ["kind": .keep, "file": .path]),
            .init(
                name: "preference", part: .preference, key: "id",
                links: [.init(column: "person", table: "person", target: "id")],
                fields: [.kind: "kind", .given: "given", .sent: "at"], columns: ["kind": .keep, "evidence": .keep]),
            .init(
                name: "event", part: .attachment, key: "id",
                links: [
                    .init(column: "conversation", table: "conversation", target: "id"),
                    .init(column: "person", table: "person", target: "id"),
                ],
                fields: [:], columns: ["kind": .keep]),
        ])
}
