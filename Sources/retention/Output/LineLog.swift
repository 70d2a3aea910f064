import ArgumentParser
import Conversations
import Foundation
import Logging

/// The form of the lines on standard error, as `--log-format` takes it.
enum LogFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// Writes log lines to standard error, each with its time, level and the id of the run.
struct LineLog: LogHandler {
    let format: LogFormat
    let run: String
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    /// - Parameter format: nil where nobody asked for a log: then only what is out of the ordinary is said.
    static func logger(_ format: LogFormat?, run: String = newRun()) -> Logger {
        Logger(label: "retention") { _ in
            LineLog(format: format ?? .text, run: run, logLevel: format == nil ? .notice : .info)
        }
    }

    /// Eight random hexadecimal digits: tells the lines of one process from those of another.
    private static func newRun() -> String {
        let digits = String(UInt32.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let values = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        Output.error(line(event.level, "\(event.message)", values, at: WallClock.now()))
    }

    private struct Line: Encodable {
        let at: Instant, level: String, run: String, message: String, values: [String: String]?
    }

    /// One line, whatever the message holds.
    func line(_ level: Logger.Level, _ message: String, _ values: [String: String], at: Instant) -> String {
        let message = message.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .joined(separator: "; ")
        if format == .json {
            let line = Line(
                at: at, level: level.rawValue, run: run, message: message, values: values.isEmpty ? nil : values)
            if let text = try? Output.jsonText(line) { return text }
        }
        let pairs = values.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "\(at) \(level.rawValue) run=\(run) \(message)\(pairs)"
    }
}
