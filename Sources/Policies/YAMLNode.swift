/// A node of a YAML document with its place. Scalars are text, whatever they look like: `no`, `010` and `1:30` mean
/// what the reader of a key says, never what YAML 1.1 makes of them.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
        /// Something that was refused and reported, such as an alias.
        case refused
    }

    let mark: SourceMark
    let content: Content
}

/// A key of a mapping with its value.
struct YAMLEntry: Sendable {
    let key: String
    let keyMark: SourceMark
    let value: YAMLNode
}
