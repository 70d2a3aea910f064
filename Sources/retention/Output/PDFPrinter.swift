import Foundation

/// Prints a page to PDF with a program of the machine: WeasyPrint, else Chromium.
struct PDFPrinter {
    private let program: String
    private let isBrowser: Bool

    /// - Throws: `Failure` (66) where neither is there.
    init() throws {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        for name in ["weasyprint", "chromium", "chromium-browser", "google-chrome"] {
            for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
                (program, isBrowser) = ("\(folder)/\(name)", name != "weasyprint")
                return
            }
        }
        throw Failure(
            .missing, "there is no program that prints PDF",
            remedy: "install weasyprint or chromium (Debian: apt-get install weasyprint), or leave pdf out of --format")
    }

    /// The PDF of a page. Works in a private folder, which it removes.
    func print(_ html: [UInt8]) throws -> [UInt8] {
        let files = FileManager.default
        let folder = NSTemporaryDirectory() + "retention-\(UUID().uuidString)"
        defer { try? files.removeItem(atPath: folder) }
        do {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try Data(html).write(to: URL(fileURLWithPath: folder + "/page.html"))
        } catch {
            throw Failure(
                .cannotCreate, "the page cannot be written into \(NSTemporaryDirectory()), where it is printed",
                remedy: "make room there, or name another folder of yours in TMPDIR")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = isBrowser ? browserArguments(folder) : ["\(folder)/page.html", "\(folder)/page.pdf"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch {
            throw Failure(
                .cannotCreate, "\(program) cannot be started", remedy: "try it by hand, or leave pdf out of --format")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0, let pdf = files.contents(atPath: folder + "/page.pdf"),
            pdf.starts(with: Data("%PDF".utf8))
        else {
            throw Failure(
                .inputOutput, "\(program) did not print the page (exit \(process.terminationStatus))",
                remedy: "print the HTML report from a browser, or install weasyprint")
        }
        return Array(pdf)
    }

    /// Chromium's own sandbox cannot be used by root; the page has no script and asks nothing of anybody.
    private func browserArguments(_ folder: String) -> [String] {
        let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
        return sandbox + [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer", "--print-to-pdf=\(folder)/page.pdf",
            "file://\(folder)/page.html",
        ]
    }
}
