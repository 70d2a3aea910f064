/// The numbering plans of the world, decoded once from `NumberingTable`: an automaton over digits that judges a
/// national number as the source of the table does, in one look-up a digit.
struct NumberingPlans: @unchecked Sendable {
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
        /// ISO 3166 code, two letters as one number; 0 where the plan is that of a whole country code.
        var region: UInt16
        var countryCode: Int
        /// The digits that stand before a national number at home, `0` in most of Europe, and how many these are.
        var trunk: InlineArray<4, UInt8>
        var trunkLength: Int
        /// Bit n is set where national numbers of n digits are possible.
        var lengths: UInt32
        var start: UInt16

        /// Whether national numbers may have so many digits.
        func isPossible(_ digits: Int) -> Bool { (0..<32).contains(digits) && lengths >> UInt32(digits) & 1 == 1 }
    }

    /// For the life of the process, and never changed: a look-up counts no references.
    private let targets: UnsafePointer<UInt16>
    private let accepts: UnsafePointer<UInt8>
    /// Indexed by country code, 0 to 999.
    private let byCode: UnsafePointer<Plan?>
    let regions: [Plan]

    static let world = NumberingPlans()

    private init() {
        let (targets, accepts) = Self.nodes()
        (self.targets, self.accepts) = (Self.kept(targets), Self.kept(accepts))
        var codes = [Plan?](repeating: nil, count: 1000)
        for fields in Self.records(NumberingTable.countryCodes) where fields.count == 3 {
            let code = Int(fields[0]) ?? 0
            guard codes.indices.contains(code) else { continue }
            codes[code] = Self.plan("", code, trunk: "-", lengths: fields[1], start: fields[2])
        }
        byCode = Self.kept(codes)
        regions = Self.records(NumberingTable.regions).compactMap { fields in
            guard fields.count == 5, let code = Int(fields[1]) else { return nil }
            return Self.plan(fields[0], code, trunk: fields[2], lengths: fields[3], start: fields[4])
        }
    }

    private static func kept<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
        memory.initialize(from: elements, count: elements.count)
        return UnsafePointer(memory)
    }

    private static func plan(
        _ region: Substring, _ code: Int, trunk: Substring, lengths: Substring, start: Substring
    ) -> Plan {
        var plan = Plan(
            region: Self.region(region.utf8), countryCode: code, trunk: [0, 0, 0, 0], trunkLength: 0,
            lengths: UInt32(lengths, radix: 16) ?? 0, start: UInt16(start) ?? 0)
        for digit in trunk.utf8.prefix(4) where trunk != "-" {
            plan.trunk[plan.trunkLength] = digit &- 48
            plan.trunkLength += 1
        }
        return plan
    }

    private static func region(_ code: some Sequence<UInt8>) -> UInt16 { code.reduce(0) { $0 << 8 | UInt16($1) } }

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
    func plan(countryCode: Int) -> Plan? { (0..<1000).contains(countryCode) ? byCode[countryCode] : nil }

    func plan(region: String) -> Plan? {
        let code = region.utf8.count == 2 ? Self.region(region.uppercased().utf8) : 0
        return code == 0 ? nil : regions.first { $0.region == code }
    }

    /// Whether any national number of a plan begins with these digits, from one of them on.
    func mayBegin(_ digits: InlineArray<3, UInt8>, from first: Int, in plan: Plan) -> Bool {
        var node = Int(plan.start)
        for place in digits.indices where place >= first {
            node = Int(targets[node * 10 + Int(digits[place])])
            if node == 0 { return false }
        }
        return true
    }

    /// What kinds of line a national number (digits 0 to 9, without trunk prefix) may be under a plan; none where it
    /// is not valid.
    @inline(__always)
    func kinds(_ digits: some Sequence<UInt8>, in plan: Plan) -> Kinds {
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
