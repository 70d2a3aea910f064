import Foundation
import Testing

@testable import Reporting

/// What WCAG 2.2 AA asks of a page like ours and a program can look at.
struct AccessibilityTests {
    private func pages() throws -> [String] {
        let documents = [try exampleCompliance(), try exampleQuality(), try exampleLive()]
        return try documents.flatMap { document in
            try ReportLanguage.allCases.map {
                String(decoding: try Report.html(document, language: $0), as: UTF8.self)
            }
        }
    }

    /// The colours of a theme by name, as red, green and blue.
    private func colours(_ css: Substring) -> [String: [Double]] {
        var found: [String: [Double]] = [:]
        for part in css.split(separator: "--").dropFirst() {
            let pair = part.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, let hash = pair[1].firstIndex(of: "#") else { continue }
            let digits = pair[1][pair[1].index(after: hash)...].prefix { $0.isHexDigit }
            let wide = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
            guard let value = Int(wide, radix: 16) else { continue }
            found[String(pair[0])] = [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
        }
        return found
    }

    /// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
    private func contrast(_ a: [Double], _ b: [Double]) -> Double {
        func luminance(_ colour: [Double]) -> Double {
            let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
        return (light + 0.05) / (dark + 0.05)
    }

    @Test func `text stands out from its ground, in light and dark`() throws {
        let roots = Style.text.split(separator: ":root {").dropFirst().map { $0.prefix { $0 != "}" } }
        #expect(roots.count == 2)
        for root in roots {
            let colours = colours(root)
            let pairs = [
                ("ink", "paper"), ("soft", "paper"), ("soft", "shade"), ("ink", "shade"), ("good", "paper"),
                ("bad", "paper"), ("open", "paper"), ("good", "good-shade"), ("bad", "bad-shade"),
                ("open", "open-shade"),
                ("ink", "open-shade"), ("soft", "open-shade"), ("soft", "bad-shade"), ("soft", "good-shade"),
            ]
            for (text, ground) in pairs {
                let ratio = contrast(try #require(colours[text]), try #require(colours[ground]))
                #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
            }
            // Shapes need three.
            #expect(contrast(try #require(colours["heat"]), try #require(colours["paper"])) >= 3)
        }
    }

    @Test func `headings, tables and ids are in order`() throws {
        for page in try pages() {
            #expect(page.split(separator: "<h1").count == 2)
            #expect(!page.contains("<h3"))
            #expect(page.contains("<main>") && page.contains("<header>"))
            let ids = page.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
            #expect(Set(ids).count == ids.count)
            for part in page.split(separator: "aria-labelledby=\"").dropFirst() {
                let names = part.split(separator: "\"").first?.split(separator: " ") ?? []
                #expect(names.count == 2)
                for name in names { #expect(ids.contains(name), "\(name)") }
            }
            for table in page.split(separator: "<table>").dropFirst() {
                let own = table.prefix(upTo: table.firstRange(of: "</table>")?.lowerBound ?? table.endIndex)
                #expect(own.contains("<th scope=\"col\""))
                #expect(
                    own.split(separator: "<tr class=\"row").count - 1 == own.split(separator: "<th scope=\"row\"").count
                        - 1)
            }
        }
    }

    private static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first(where: FileManager.default.isExecutableFile)

    @Test(.enabled(if: browser != nil, "no chromium is installed: apt-get install chromium"))
    func `a browser opens each page, says nothing and asks for nothing`() throws {
        let browser = try #require(Self.browser)
        let folder = NSTemporaryDirectory() + "pages-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (number, page) in try pages().enumerated() where number % 2 == 0 {
            let path = "\(folder)/\(number).html"
            try page.write(toFile: path, atomically: false, encoding: .utf8)
            let (dom, log) = try open(path, with: browser, profile: folder + "/profile")
            #expect(dom.contains("</html>") && dom.contains("<table>"))
            // Scripts, blocked styles and failed requests are all told on the console.
            #expect(!log.contains("CONSOLE"), "\(log)")
        }
        // What the policy forbids would be told, or the test says nothing.
        let path = folder + "/bad.html"
        let bad = try #require(try pages().first).replacing(
            "</body>", with: "<img src=\"https://example.org/x.png\"></body>")
        try bad.write(toFile: path, atomically: false, encoding: .utf8)
        #expect(try open(path, with: browser, profile: folder + "/profile").log.contains("CONSOLE"))
    }

    private func open(_ path: String, with browser: String, profile: String) throws -> (dom: String, log: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: browser)
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=\(profile)",
            "--enable-logging=stderr", "--dump-dom", "file://\(path)",
        ]
        for name in [path + ".dom", path + ".log"] { _ = FileManager.default.createFile(atPath: name, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: path + ".dom")
        process.standardError = FileHandle(forWritingAtPath: path + ".log")
        try process.run()
        process.waitUntilExit()
        return (
            try String(contentsOfFile: path + ".dom", encoding: .utf8),
            String(decoding: FileManager.default.contents(atPath: path + ".log") ?? Data(), as: UTF8.self)
        )
    }
}
