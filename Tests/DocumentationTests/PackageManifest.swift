import Testing

/// The modules that Package.swift declares, and what each depends on. Reads the text: running the package manager from
/// a test would wait for the lock that the test's own build holds.
struct PackageManifest {
    /// Modules under Sources; what they use are modules and products of other packages.
    let modules: [String: Set<String>]

    init(_ text: String) throws {
        let products = PackageManifest.products(text)
        var modules: [String: Set<String>] = [:]
        for kind in [".target(", ".executableTarget(", ".systemLibrary("] {
            for part in text.split(separator: kind, omittingEmptySubsequences: false).dropFirst() {
                let declaration = PackageManifest.balanced(part)
                guard !declaration.contains("path: \"Tests/") else { continue }
                let name = try #require(PackageManifest.quoted(declaration).first)
                modules[name] = try PackageManifest.dependencies(of: declaration, products: products)
            }
        }
        self.modules = modules
    }

    /// `let grdb: Target.Dependency = .product(name: "GRDB", ...)` as grdb: GRDB.
    private static func products(_ text: String) -> [String: String] {
        var products: [String: String] = [:]
        for line in text.split(separator: "\n") where line.contains(": Target.Dependency = ") {
            guard let name = line.dropFirst(4).split(separator: ":").first else { continue }
            products[String(name)] = quoted(line).first
        }
        return products
    }

    private static func dependencies(of declaration: Substring, products: [String: String]) throws -> Set<String> {
        guard let list = declaration.split(separator: "dependencies: [").dropFirst().first?.split(separator: "]").first
        else {
            return []
        }
        var names: Set<String> = []
        for entry in list.split(separator: ",") {
            let entry = entry.trimming { $0.isWhitespace }
            guard !entry.isEmpty else { continue }
            names.insert(try #require(quoted(entry).first ?? products[String(entry)], "Package.swift: \(entry)"))
        }
        return names
    }

    /// Up to the parenthesis that closes the one before it.
    private static func balanced(_ text: Substring) -> Substring {
        var depth = 1
        return text.prefix { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return depth > 0
        }
    }

    /// What stands in quotes.
    private static func quoted(_ text: Substring) -> [String] {
        text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
}

extension Substring {
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
        var text = drop(while: isTrimmed)
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
