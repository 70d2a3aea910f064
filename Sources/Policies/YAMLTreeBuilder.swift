import CLibyaml

/// Puts a tree together from libyaml's events, without recursion.
struct YAMLTreeBuilder {
    let problems: ProblemList
    private(set) var root: YAMLNode?
    private var open: [Frame] = []
    private var documents = 0

    init(problems: ProblemList) { self.problems = problems }

    /// A collection whose end has not come.
    private struct Frame {
        enum Key { case text(String, SourceMark), skipped }
        let mark: SourceMark
        let isMapping: Bool
        var items: [YAMLNode] = []
        var entries: [YAMLEntry] = []
        /// The key whose value comes next; nil where a key comes next.
        var key: Key?
        var lineOfKey: [String: Int] = [:]
    }

    /// Takes one event. What it returns stands alone and ends the reading.
    mutating func take(_ event: yaml_event_t) -> PolicyProblems? {
        let mark = SourceMark(event.start_mark)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: return startDocument(event, mark)
        case YAML_ALIAS_EVENT:
            problems.add(mark, "an alias stands here", remedy: "write the value itself: aliases are not read")
            add(YAMLNode(mark: mark, content: .refused))
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            refuse(anchor: scalar.anchor, tag: scalar.tag, mark)
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            add(YAMLNode(mark: mark, content: .scalar(String(decoding: bytes, as: UTF8.self))))
        case YAML_SEQUENCE_START_EVENT:
            refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, mark)
            return begin(Frame(mark: mark, isMapping: false))
        case YAML_MAPPING_START_EVENT:
            refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, mark)
            return begin(Frame(mark: mark, isMapping: true))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: end()
        default: break
        }
        return nil
    }

    private mutating func startDocument(_ event: yaml_event_t, _ mark: SourceMark) -> PolicyProblems? {
        documents += 1
        if documents > 1 {
            return problems.alone(
                mark, "a second document starts here",
                remedy: "keep one document in a file: remove this line and what follows")
        }
        let start = event.data.document_start
        if start.version_directive != nil || start.tag_directives.start != start.tag_directives.end {
            problems.add(mark, "a directive stands here", remedy: "remove the line that starts with %")
        }
        return nil
    }

    private func refuse(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, _ mark: SourceMark
    ) {
        if anchor != nil {
            problems.add(mark, "an anchor stands here", remedy: "remove the & and its name: anchors are not read")
        }
        if tag != nil {
            problems.add(
                mark, "a tag stands here", remedy: "remove the ! and its name: every value is read as its key says")
        }
    }

    private mutating func begin(_ frame: Frame) -> PolicyProblems? {
        open.append(frame)
        guard open.count > YAMLReader.deepest else { return nil }
        problems.add(
            frame.mark, "nested more than \(YAMLReader.deepest) deep",
            remedy: "check the brackets: no policy is as deep")
        return problems.all
    }

    private mutating func end() {
        guard let frame = open.popLast() else { return }
        add(YAMLNode(mark: frame.mark, content: frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items)))
    }

    private mutating func add(_ node: YAMLNode) {
        guard var frame = open.popLast() else {
            root = node
            return
        }
        if !frame.isMapping {
            frame.items.append(node)
        } else if let key = frame.key {
            if case .text(let text, let mark) = key {
                frame.entries.append(YAMLEntry(key: text, keyMark: mark, value: node))
            }
            frame.key = nil
        } else {
            frame.key = key(from: node, in: &frame)
        }
        open.append(frame)
    }

    private func key(from node: YAMLNode, in frame: inout Frame) -> Frame.Key {
        switch node.content {
        case .refused: return .skipped
        case .sequence, .mapping:
            problems.add(node.mark, "a key that is not text", remedy: "write a word before the colon")
            return .skipped
        case .scalar("<<"):
            problems.add(
                node.mark, "a merge key stands here", remedy: "write the keys themselves: merge keys are not read")
            return .skipped
        case .scalar(let text):
            if let first = frame.lineOfKey[text] {
                problems.add(
                    node.mark, "duplicate key \(ShownText.quoted(text)): it stands in line \(first) already",
                    remedy: "keep one of the two")
                return .skipped
            }
            frame.lineOfKey[text] = node.mark.line
            return .text(text, node.mark)
        }
    }
}
