/// What a database looks like: which table and column is what, how its clock counts, which joins it does not
/// declare, and the category of every text, JSON and blob column. The engine knows a store only through this.
package struct DataMap: Sendable, Equatable, Codable {
    /// How the database counts time.
    package enum ClockUnit: String, Sendable, Codable, CaseIterable {
        case unixSeconds = "unix-seconds"
        case unixMilliseconds = "unix-milliseconds"

        /// Database units in one second.
        package var perSecond: Int64 { self == .unixSeconds ? 1 : 1000 }
    }

    /// What the rows of a table are.
    package enum Part: String, Sendable, Codable, CaseIterable {
        /// A data subject. Exactly one table.
        case person
        /// A number, id or name by which a person is reached. Rows belong to a person.
        case address
        /// The unit that ages. Exactly one table.
        case conversation
        /// A further person of a group conversation. Rows belong to a conversation and a person.
        case participant
        /// Exactly one table. Rows belong to a conversation.
        case message
        /// An image, sound or document. Rows belong to a conversation.
        case media
        /// One of our own people, whose names are looked for in texts.
        case `operator`
        /// What a person asked for or refused: a refusal of information outlives its person as a keyed hash. Rows
        /// belong to a person.
        case preference
        /// Anything else that goes when its conversation or person goes (events, preferences, threads, notes).
        case attachment
    }

    /// A column whose meaning the engine needs. Names are those of the map file.
    package enum Field: String, Sendable, Codable, CaseIterable {
        // conversation
        case role, purpose, opened, collected, closed, decision, messages, bytes, notice
        /// On a conversation, the clock `last-inbound`; on a person, the newest message from the person in any
        /// conversation (0 where the person never wrote; NULL where it cannot be known).
        case lastInbound = "last-inbound"
        /// When the record was first and last written by an import: grace counts from the first, and a date
        /// after the last is no date.
        case firstSeen = "first-seen"
        case lastSeen = "last-seen"
        /// The first message from the person, and the first answer by a human to it, on the thread.
        case firstInbound = "first-inbound"
        case responded
        /// Who closed a conversation: `mark` where somebody said so, so that an import does not say otherwise.
        case closedBy = "closed-by"
        // conversation and person: what the engine itself keeps
        case done, revision
        /// On a conversation, a lower bound of its clocks; on a person, of the next instant at which something is due.
        case floor
        // person
        case relationEnded = "relation-ended"
        case restricted
        case pseudonym
        // message; of a preference, `sent` is when it was said
        case order, sent, direction, kind, text, author
        // media
        case file
        // preference: whether what `kind` names was asked for (not 0) or taken back (0)
        case given
    }

    /// What a column holds, and so what redaction and erasure do to it.
    package enum Category: String, Sendable, Codable, CaseIterable {
        /// Not personal: left as it is.
        case keep
        /// A keyed hash or a hash of our own: left as it is, erased with its row.
        case hash
        case name, phone, email, jid, wamid, text, json
        case profilePhoto = "profile-photo"
        case profileStatus = "profile-status"
        /// A path, relative to the store's media folder, of a file that goes with the row.
        case path
    }

    /// A join, declared by the database or not: `column` of this table holds `target` of another one.
    package struct Link: Sendable, Equatable, Codable {
        package let column: String
        package let table: String
        package let target: String
        package init(column: String, table: String, target: String) {
            (self.column, self.table, self.target) = (column, table, target)
        }
    }

    package struct Table: Sendable, Equatable, Codable {
        package let name: String
        package let part: Part
        /// The integer primary key by which the engine names rows; nil for tables it never names rows of.
        package let key: String?
        package let links: [Link]
        package let fields: [Field: String]
        package let columns: [String: Category]
        package init(
            name: String, part: Part, key: String?, links: [Link], fields: [Field: String], columns: [String: Category]
        ) {
            (self.name, self.part, self.key) = (name, part, key)
            (self.links, self.fields, self.columns) = (links, fields, columns)
        }
    }

    /// The store's name in reports.
    package let store: String
    package let clock: ClockUnit
    /// In the file's order, which is the order of insertion: erasing goes backwards.
    package let tables: [Table]

    package init(store: String, clock: ClockUnit, tables: [Table]) {
        (self.store, self.clock, self.tables) = (store, clock, tables)
    }

    package func tables(_ part: Part) -> [Table] { tables.filter { $0.part == part } }
}

/// So that a dictionary by field is encoded as an object, whose keys can be sorted.
extension DataMap.Field: CodingKeyRepresentable {}
