// swift-tools-version: 6.1
import PackageDescription

// A module exists because of a dependency or an effect that only it may have. The pure modules
// (Conversations, Policies, Planning, Redaction, Verification, Reporting) decide and never act.
// The direction is kept by `--explicit-target-dependency-import-check error` in Scripts/check.

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "retention",
    products: [
        .executable(name: "retention", targets: ["retention"]),
        // Preloaded into the command by FaultTests, and part of nothing else.
        .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
        // Preloaded into the command by Scripts/redaction-quality, and part of nothing else.
        .library(name: "AllocationShim", type: .dynamic, targets: ["AllocationShim"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibyaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CByteMasks"),
        .systemLibrary(name: "CSQLiteSettings", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

        // Pure: values in, values out.
        .target(name: "Conversations"),
        .target(name: "Seeding"),
        .target(name: "Policies", dependencies: ["Conversations", "CLibyaml", crypto]),
        .target(name: "Planning", dependencies: ["Conversations", "Policies"]),
        .target(name: "Redaction", dependencies: ["CByteMasks", "Conversations"]),
        .target(name: "Verification", dependencies: ["CByteMasks", "Conversations", "Planning"]),
        .target(name: "Reporting", dependencies: ["Conversations", "Planning", "Verification", crypto, mustache]),

        // Effects: bytes on disk, databases, the order of the night.
        .target(name: "Archiving", dependencies: ["Conversations", "CZlib", crypto]),
        .target(
            name: "StorePort", dependencies: ["Conversations", "Planning", crypto], path: "Sources/Stores/Port"),
        .target(
            name: "SQLiteStore",
            dependencies: ["CSQLiteSettings", "Conversations", "Planning", "StorePort", crypto, grdb, sqlite],
            path: "Sources/Stores/SQLite"),
        .target(
            name: "Importing", dependencies: ["Conversations", "Policies", "StorePort", "CLibzip", crypto]),
        .target(
            name: "NightlyRun",
            dependencies: [
                "Archiving", "Conversations", "Planning", "Policies", "Redaction", "Reporting", "StorePort",
                "Verification", crypto, logging,
            ]),
        .executableTarget(
            name: "Generator", dependencies: ["Conversations", "SQLiteStore", "Seeding", argumentParser, grdb]),
        .executableTarget(name: "RedactionQuality", dependencies: ["Conversations", "Redaction", "Seeding"]),
        .executableTarget(
            name: "retention",
            dependencies: [
                "Archiving", "CMalloc", "Conversations", "Importing", "NightlyRun", "Planning", "Policies", "Redaction",
                "Reporting", "SQLiteStore", "StorePort", "Verification", argumentParser, crypto, logging,
            ]),

        .target(
            name: "Fixtures",
            dependencies: [
                "Archiving", "Conversations", "NightlyRun", "Planning", "Policies", "SQLiteStore", "StorePort", grdb,
                logging,
            ],
            path: "Tests/Fixtures"),
        .systemLibrary(name: "CGLPK", path: "Tests/CGLPK", providers: [.apt(["libglpk-dev"])]),
        .target(name: "FaultShim", path: "Tests/FaultShim"),
        .target(name: "AllocationShim", path: "Tests/AllocationShim"),
        .testTarget(
            name: "FaultTests",
            dependencies: [
                "Archiving", "Conversations", "FaultShim", "Fixtures", "Planning", "Seeding", "StorePort", "retention",
                grdb,
            ]),
        .testTarget(name: "ConversationsTests", dependencies: ["Conversations"]),
        .testTarget(name: "PoliciesTests", dependencies: ["Conversations", "Policies"]),
        .testTarget(name: "PlanningTests", dependencies: ["Conversations", "Planning", "Policies", "Seeding"]),
        .testTarget(
            name: "RedactionTests",
            dependencies: ["CByteMasks", "Conversations", "Redaction", "RedactionQuality", "Seeding"],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "VerificationTests", dependencies: ["Conversations", "Planning", "Verification"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["CGLPK", "Conversations", "Planning", "Reporting", "Verification", crypto]),
        .testTarget(name: "ArchivingTests", dependencies: ["Archiving", "Conversations"]),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: [
                "Conversations", "Fixtures", "NightlyRun", "Planning", "Policies", "SQLiteStore", "StorePort", grdb,
            ]),
        .testTarget(
            name: "ImportingTests",
            dependencies: ["Conversations", "Importing", "Policies", "SQLiteStore", "Seeding", "StorePort", grdb]),
        .testTarget(
            name: "NightlyRunTests",
            dependencies: [
                "Archiving", "Conversations", "Fixtures", "Importing", "NightlyRun", "Planning", "Policies",
                "Redaction",
                "Reporting", "SQLiteStore", "Seeding", "StorePort", "Verification", grdb,
            ]),
        .testTarget(name: "CommandTests", dependencies: ["Conversations", "Fixtures", "retention"]),
        .testTarget(name: "GeneratorTests", dependencies: ["Conversations", "Generator", "SQLiteStore", grdb]),
        .testTarget(name: "DocumentationTests", dependencies: ["Conversations", "Policies"]),
    ],
    swiftLanguageModes: [.v6]
)
