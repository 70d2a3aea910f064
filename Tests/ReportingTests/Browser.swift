import Foundation
import Testing

/// A real browser without a window, with a folder of its own. `Scripts/test` installs it.
final class Browser {
    let folder = NSTemporaryDirectory() + "pages-\(UUID().uuidString)"
    private let program: String
    private var profile: String { folder + "/profile" }

    init() throws {
        let places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        program = try #require(
            places.first(where: FileManager.default.isExecutableFile),
            "no browser is there to open the reports: run Scripts/test, or apt-get install chromium")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }

    /// Opens a page that was written, and gives what it became and what was said on the console.
    func open(_ name: String, _ arguments: [String] = []) throws -> (dom: String, log: String) {
        let path = "\(folder)/\(name)"
        let process = try start(
            arguments + ["--enable-logging=stderr", "--dump-dom", "file://\(path)"], dom: path + ".dom",
            log: path + ".log")
        process.waitUntilExit()
        func text(_ path: String) -> String {
            String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        }
        return (text(path + ".dom"), text(path + ".log"))
    }

    /// axe-core as a script: Chromium ships it inside of Lighthouse, which is part of its developer tools.
    func axe() async throws -> String {
        let process = try start(
            ["--remote-debugging-port=0", "about:blank"], dom: folder + "/tools.dom", log: folder + "/tools.log")
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        var port: Substring?
        for _ in 0..<300 where port == nil {
            try await Task.sleep(for: .milliseconds(100))
            port = try? String(contentsOfFile: profile + "/DevToolsActivePort", encoding: .utf8)
                .split(separator: "\n").first
        }
        let number = try #require(port, "the browser opened no port for its developer tools")
        let bundle = try fetch("/devtools/third_party/lighthouse/lighthouse-dt-bundle.js", port: number)
        return try "(0, eval)(\(Self.literal(in: bundle)));\n"
    }

    /// What the browser's own server of its developer tools answers. It keeps the line open: as much is read as it says.
    private func fetch(_ path: String, port: Substring) throws -> [UInt8] {
        let script = """
            exec 3<>/dev/tcp/127.0.0.1/\(port)
            printf 'GET \(path) HTTP/1.1\\r\\nHost: 127.0.0.1:\(port)\\r\\n\\r\\n' >&3
            while IFS= read -r line <&3 && [[ $line != $'\\r' ]]; do
              [[ $line == Content-Length:* ]] && length=${line//[^0-9]/}
            done
            head -c "$length" <&3
            """
        let file = folder + "/bundle.js"
        _ = FileManager.default.createFile(atPath: file, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments = ["60", "bash", "-c", script]
        process.standardOutput = FileHandle(forWritingAtPath: file)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    }

    /// The literal between backticks that begins with axe-core's own first words.
    private static func literal(in bundle: [UInt8]) throws -> String {
        let start = try #require(bundle.firstRange(of: "`/*! axe v".utf8), "this browser does not bring axe-core")
        var end = start.lowerBound + 1
        while end < bundle.count, bundle[end] != UInt8(ascii: "`") {
            end += bundle[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return String(decoding: bundle[start.lowerBound...min(end, bundle.count - 1)], as: UTF8.self)
    }

    private func start(_ arguments: [String], dom: String, log: String) throws -> Process {
        for path in [dom, log] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments =
            ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=\(profile)"]
            + arguments
        process.standardOutput = FileHandle(forWritingAtPath: dom)
        process.standardError = FileHandle(forWritingAtPath: log)
        try process.run()
        return process
    }
}
