import Foundation
import Testing

/// What the tests of hostile input share: a rehearsal desk on which somebody wrote what they liked, and its night.
extension Desk {
    /// - Parameter texts: one message each, of one person, so long ago that the night archives them redacted.
    convenience init(
        hearing texts: [String], phone: String = "+32 470 00 00 01", daysAgo: Int = 400,
        edit: (String) -> String = { $0 }
    ) throws {
        try self.init(edit: edit)
        let made = try run("init", "--rehearsal")
        try #require(made.code == 0, "\(made.errors)")
        let imported = try hear(texts, phone: phone, daysAgo: daysAgo)
        try #require(imported.code == 0, "\(imported.errors)")
    }

    @discardableResult
    func hear(_ texts: [String], phone: String, daysAgo: Int, role: String = "client") throws -> Result {
        let export = try export("chat.txt", phone: phone, daysAgo: [daysAgo], text: texts.joined(separator: "\n"))
        defer { try? FileManager.default.removeItem(atPath: export) }
        return try run("import", "--role", role, "--purpose", "assistance", "--ours", "Assistance", export)
    }

    @discardableResult
    func night(inDays days: Int = 16) throws -> Result { try run("run", "--as-of", date(inDays: days), "--verbose") }

    func sqlite(_ sql: String) throws -> String {
        try sql.write(toFile: folder + "/.sql", atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: folder + "/.sql") }
        return try shell("sqlite3 state/store.db < .sql")
    }

    /// The texts of every archived message, as a reader of the archive has them.
    func archivedTexts() throws -> [String] {
        let lines = try shell("zcat archive/*.gz").split(separator: "\n")
        return try lines.flatMap { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let messages = object?["messages"] as? [[String: Any]] ?? []
            return messages.compactMap { message in
                if let text = message["text"] as? String { return text }
                let base64 = (message["text"] as? [String: String])?["base64"] ?? ""
                return Data(base64Encoded: base64).map { String(decoding: $0, as: UTF8.self) }
            }
        }
    }

    /// The bytes of every file below the folder but the policy and what the test itself wrote there.
    func bytes(except names: Set<String> = ["Retention.yaml"]) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let walk = FileManager.default.enumerator(atPath: folder)
        while let name = walk?.nextObject() as? String {
            if names.contains(name) || name.hasPrefix(".") { continue }
            if let data = FileManager.default.contents(atPath: "\(folder)/\(name)") { files[name] = data }
        }
        return files
    }

    /// Files whose bytes hold the text.
    func files(holding text: String) throws -> [String] {
        try bytes().filter { $0.value.range(of: Data(text.utf8)) != nil }.keys.sorted()
    }
}
