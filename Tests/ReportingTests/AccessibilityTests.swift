import Foundation
import Testing

@testable import Reporting

/// What WCAG 2.2 AA asks of a page like ours and a program can look at.
struct AccessibilityTests {
    private func pages() throws -> [String] {
        let documents = [try exampleCompliance(), try exampleQuality(), try exampleLive()]
        return try ReportLanguage.allCases.flatMap { language in
            try documents.map { try Report.html($0, language: language) } + [
                Report.html(exampleRecord(), language: language)
            ]
        }.map { String(decoding: $0, as: UTF8.self) }
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

    @Test func `a browser opens each page, says nothing and asks for nothing`() throws {
        let browser = try Browser()
        for (number, page) in try pages().enumerated() {
            try browser.write(page, to: "\(number).html")
            let (dom, log) = try browser.open("\(number).html")
            #expect(dom.contains("</html>") && dom.contains("<table>"))
            // Scripts, blocked styles and failed requests are all told on the console.
            #expect(!log.contains("CONSOLE"), "\(log)")
        }
        // What the policy forbids would be told, or the test says nothing.
        let bad = try #require(try pages().first).replacing(
            "</body>", with: "<img src=\"https://example.org/x.png\"></body>")
        try browser.write(bad, to: "bad.html")
        #expect(try browser.open("bad.html").log.contains("CONSOLE"))
    }

    /// Every page as wide as a screen and as narrow as a telephone; in the dark, where only colours differ, one of each kind.
    @Test func `axe-core finds nothing to mend in any report`() async throws {
        let browser = try Browser()
        try browser.write(try await browser.axe(), to: "axe.js")
        let pages = try pages()
        for (number, page) in pages.enumerated() { try browser.write(examined(page), to: "\(number).html") }
        // A page that lacks what axe-core looks for, or the test says nothing.
        let careless = pages[0].replacing("<html lang=\"fr\">", with: "<html>").replacing(
            "</main>", with: "<p style=\"color: #888; background: #999\">pale words</p><img src=\"x.png\"></main>")
        try browser.write(examined(careless), to: "careless.html")
        let all = pages.indices.flatMap { number in [390, 1400].map { frame("\(number)", $0) } }
        let kinds = pages.count / ReportLanguage.allCases.count
        for (isDark, frames) in [(false, all), (true, (0..<kinds).map { frame("\($0)", 1400) })] {
            let frames = frames + [frame("careless", 1400)]
            try browser.write(Self.collector + frames.joined(), to: "all.html")
            let dom = try browser.open(
                "all.html",
                ["--virtual-time-budget=120000", "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)"]
            ).dom
            let results = dom.components(separatedBy: "<pre>").dropFirst()
                .map { $0.components(separatedBy: "</pre>")[0] }
            #expect(results.count == frames.count)
            #expect(results.allSatisfy { $0.contains("dark=\(isDark)") })
            for result in results where !result.contains("careless.html") {
                #expect(result.contains("found=[]"), "\(result)")
                #expect(result.contains("overflow=false"), "\(result)")
                // It looked at tables, headings and colours, and not at nothing.
                #expect(result.contains("color-contrast,") && result.contains("definition-list,"))
            }
            let found = try #require(results.first { $0.contains("careless.html") })
            for rule in ["html-has-lang", "image-alt", "color-contrast"] { #expect(found.contains("\(rule):")) }
        }
    }

    private func frame(_ name: String, _ width: Int) -> String {
        "<iframe src=\"\(name).html\" width=\"\(width)\" height=\"900\"></iframe>"
    }

    /// A page that axe-core looks at and whose result goes to the page around it. Only for this a script may run.
    private func examined(_ page: String) -> String {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.filter { !$0.contains("Content-Security-Policy") }.joined(separator: "\n").replacing(
            "</body>",
            with: """
                <script src="axe.js"></script><script>
                axe.run(document).then(result => {
                  const found = result.violations.map(v => v.id + ": " + v.nodes.map(n => n.html).join(" ").slice(0, 300));
                  parent.postMessage(location.pathname + " " + innerWidth + " found=" + JSON.stringify(found)
                    + " overflow=" + (document.documentElement.scrollWidth > innerWidth)
                    + " dark=" + matchMedia("(prefers-color-scheme: dark)").matches
                    + " passed=" + result.passes.map(p => p.id + ",").join(""), "*");
                }, error => parent.postMessage("failed " + error, "*"));
                </script></body>
                """)
    }

    private static let collector = """
        <!DOCTYPE html><title>all</title><body><script>
        addEventListener("message", event => {
          const line = document.createElement("pre");
          line.textContent = event.data;
          document.body.append(line);
        });
        </script>
        """
}
