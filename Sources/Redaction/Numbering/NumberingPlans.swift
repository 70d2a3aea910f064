/// The numbering plans of the world, decoded once from `NumberingTable`: an automaton over digits that judges a
/// national number as the source of the table does, in one look-up a digit.
struct NumberingPlans: Sendable {
    /// Kinds of line that a number may be.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8
        static let fixed = Kinds(rawValue: 1)
        static let mobile = Kinds(rawValue: 2)
        /// Free, premium, shared-cost and the like.
        static let other = Kinds(rawValue: 4)
        static let personal: Kinds = [.fixed, .mobile]
    }

    struct Plan: Sendable {
        /// ISO 3166 code; empty where the plan is that of a whole country code.
        var region: [UInt8]
        var countryCode: Int
        /// The digits that stand before a national number at home: `0` in most of Europe.
        var trunk: [UInt8]
        /// Bit n is set where national numbers of n digits are possible.
        var lengths: UInt32
        var start: UInt16
    }

    private let targets: [UInt16]
    private let accepts: [UInt8]
    /// Indexed by country code, 0 to 999.
    private let byCode: [Plan?]
    let regions: [Plan]

    static let world = NumberingPlans()

    private init() {
        (targets, accepts) = Self.nodes()
        var codes = [Plan?](repeating: nil, count: 1000)
        for fields in Self.records(NumberingTable.countryCodes) where fields.count == 3 {
            let code = Int(fields[0]) ?? 0
            guard codes.indices.contains(code) else { continue }
            codes[code] = Plan(
                region: [], countryCode: code, trunk: [], lengths: UInt32(fields[1], radix: 16) ?? 0,
                start: UInt16(fields[2]) ?? 0)
        }
        byCode = codes
        regions = Self.records(NumberingTable.regions).compactMap { fields in
            guard fields.count == 5, let code = Int(fields[1]) else { return nil }
            return Plan(
                region: Array(fields[0].utf8), countryCode: code,
                trunk: fields[2] == "-" ? [] : fields[2].utf8.map { $0 &- 48 },
                lengths: UInt32(fields[3], radix: 16) ?? 0, start: UInt16(fields[4]) ?? 0)
        }
    }

    private static func nodes() -> (targets: [UInt16], accepts: [UInt8]) {
        var targets: [UInt16] = []
        var accepts: [UInt8] = []
        // The alphabet is printable ASCII without the quotation mark and the backslash.
        func value(_ c: UInt8) -> UInt16 { UInt16(c) - 33 - (c > 34 ? 1 : 0) - (c > 92 ? 1 : 0) }
        let text = NumberingTable.nodes.bytes.filter { $0 > 32 }
        var at = 0
        while at < text.count {
            accepts.append(text[at] - 48)
            at += 1
            var digits = 0
            while digits < 10, at + 2 < text.count {
                let run = text[at] == 65 ? 10 : Int(text[at]) - 48
                let target = value(text[at + 1]) * 92 + value(text[at + 2])
                targets.append(contentsOf: repeatElement(target, count: run))
                (digits, at) = (digits + run, at + 3)
            }
        }
        return (targets, accepts)
    }

    private static func records(_ text: StaticString) -> [[Substring]] {
        let joined = String(decoding: text.bytes.filter { $0 != 10 }, as: UTF8.self)
        return joined.split(separator: ";").map { $0.split(separator: " ") }
    }

    /// The plan of a country code, if there is such a code.
    func plan(countryCode: Int) -> Plan? { byCode.indices.contains(countryCode) ? byCode[countryCode] : nil }

    func plan(region: String) -> Plan? {
        let code = Array(region.uppercased().utf8)
        return regions.first { $0.region == code }
    }

    /// What kinds of line a national number (digits 0 to 9, without trunk prefix) may be under a plan; none where it
    /// is not valid.
    func kinds(_ digits: ArraySlice<UInt8>, in plan: Plan) -> Kinds {
        var node = Int(plan.start)
        for digit in digits {
            node = Int(targets[node * 10 + Int(digit)])
            if node == 0 { return [] }
        }
        return Kinds(rawValue: accepts[node])
    }
}

extension StaticString {
    fileprivate var bytes: UnsafeBufferPointer<UInt8> { .init(start: utf8Start, count: utf8CodeUnitCount) }
}
