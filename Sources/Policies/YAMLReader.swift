import CLibyaml

/// Reads a file of one YAML document into a tree, and refuses what a policy has no use for: anchors, aliases, tags,
/// merge keys, duplicate keys, keys that are not text, directives, depth, a second document.
struct YAMLReader {
    /// Deeper nesting is refused.
    static let deepest = 64

    /// Throws alone what makes the rest unreadable; adds every other problem to `problems`.
    static func read(_ bytes: [UInt8], problems: ProblemList) throws(PolicyProblems) -> YAMLNode {
        if let fault = problems.source.fault { throw refusal(of: fault, problems) }
        var builder = YAMLTreeBuilder(problems: problems)
        let failure = events(of: bytes) { event in builder.take(event) }
        switch failure {
        case .syntax(let error): throw error.problem(in: problems)
        case .stopped(let alone): throw alone
        case nil: break
        }
        guard let root = builder.root else {
            throw problems.alone(
                SourceMark(line: 1, column: 1), "the file says nothing",
                remedy: "start from the Retention.yaml or data map that comes with the program")
        }
        return root
    }

    private static func refusal(of fault: SourceText.Fault, _ problems: ProblemList) -> PolicyProblems {
        switch fault {
        case .tooLarge:
            problems.alone(
                SourceMark(line: 1, column: 1), "the file is larger than 256 KiB",
                remedy: "check that it is the file you meant: no policy is as long")
        case .notUTF8(let mark):
            problems.alone(mark, "this byte is not UTF-8", remedy: "save the file as UTF-8")
        case .byteOrderMark(let mark):
            problems.alone(
                mark, "a byte order mark stands here", remedy: "save the file as UTF-8 without a byte order mark")
        case .control(let mark):
            problems.alone(mark, "a control character stands here", remedy: "remove it: a policy is plain text")
        }
    }

    enum Failure {
        case syntax(YAMLSyntaxError)
        case stopped(PolicyProblems)
    }

    /// Hands each event of libyaml to `take`, until it stops or the stream ends.
    private static func events(of bytes: [UInt8], take: (yaml_event_t) -> PolicyProblems?) -> Failure? {
        // The parser keeps its own address, so it must not move.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { return .syntax(YAMLSyntaxError.outOfMemory) }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        return bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(parser, &event) == 1 else { return .syntax(YAMLSyntaxError(parser.pointee)) }
                defer { yaml_event_delete(&event) }
                if let alone = take(event) { return .stopped(alone) }
                if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
            }
        }
    }
}

/// What libyaml says where it cannot go on.
struct YAMLSyntaxError {
    let what: String
    let mark: SourceMark

    static let outOfMemory = YAMLSyntaxError(what: "out of memory", mark: SourceMark(line: 1, column: 1))

    private init(what: String, mark: SourceMark) { (self.what, self.mark) = (what, mark) }

    init(_ parser: yaml_parser_t) {
        let problem = parser.problem.map { String(cString: $0) } ?? "cannot be read"
        let context = parser.context.map { " (" + String(cString: $0) + ")" } ?? ""
        self.init(what: problem + context, mark: SourceMark(parser.problem_mark))
    }

    func problem(in problems: ProblemList) -> PolicyProblems {
        problems.alone(mark, "not YAML: \(what)", remedy: remedy(at: problems.source.scalar(at: mark)))
    }

    private func remedy(at scalar: Unicode.Scalar?) -> String {
        switch scalar {
        case "\t": return "indent with spaces: YAML takes no tab here"
        case "@", "`", "%": return "put the value in quotes"
        default: break
        }
        return what.contains("mapping values are not allowed")
            ? "put a value that holds a colon and a space in quotes, or align this line with those above"
            : "check the indentation, the brackets and the quotes here and in the lines above"
    }
}

extension SourceMark {
    init(_ mark: yaml_mark_t) {
        self.init(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
    }
}
