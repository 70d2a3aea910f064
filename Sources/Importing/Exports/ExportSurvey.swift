import Conversations
import StorePort

/// What one look through a whole export tells, before anything of it is stored: whether it is a chat, the order of
/// its dates, who wrote, whether it is a group.
struct ExportSurvey {
    /// Names beyond which a file is not a chat.
    private static let mostAuthors = 20_000

    private(set) var dates = DateOrderSurvey()
    /// Who wrote a message or called, in the order of the file.
    private(set) var authors: [[UInt8]] = []
    private(set) var hasGroupNotice = false
    private(set) var unplaced = 0
    private(set) var headers = 0
    /// The first message: what is always the same in exports of one group.
    private(set) var firstAuthor: [UInt8] = []
    private(set) var firstHeader: ExportHeader?
    let source: Fingerprint

    init(_ bytes: some ByteSource, hash: KeyedHash) throws {
        var parser = ExportParser(orders: nil)
        var stream = KeyedHash.Stream(hash, .source)
        var known: Set<[UInt8]> = []
        var dates = DateOrderSurvey()
        var last: ExportHeader?
        var first: (author: [UInt8], header: ExportHeader)?
        var authors: [[UInt8]] = []
        var hasGroupNotice = false
        func note(_ item: ExportItem) throws {
            switch item.content {
            case .message:
                if let author = item.author, first == nil, let header = last { first = (author, header) }
                fallthrough
            case .call:
                guard let author = item.author, known.insert(author).inserted else { return }
                authors.append(author)
                guard authors.count <= Self.mostAuthors else { throw ImportFault.notAChat }
            case .notice(let text):
                let words = String(decoding: text, as: UTF8.self)
                hasGroupNotice = hasGroupNotice || ExportWords.groupNotices.contains { words.contains($0) }
            }
        }
        try Lines(limit: 1024 * 1024).read(bytes, block: { stream.add($0) }) { line, number in
            var began: ExportHeader?
            try parser.take(line, number: number, header: { began = $0 }, item: note)
            guard let began else { return }
            dates.add(began)
            last = began
        }
        try parser.finish(note)
        guard parser.headers > 0 else { throw ImportFault.notAChat }
        (self.dates, self.authors, self.hasGroupNotice) = (dates, authors, hasGroupNotice)
        (unplaced, headers, source) = (parser.unplaced, parser.headers, stream.value())
        (firstAuthor, firstHeader) = (first?.author ?? [], first?.header)
    }
}
