import Conversations
import StorePort

/// Turns the lines of an export into items. A line that does not begin with a date and a time continues the one
/// before it, blank lines included.
struct ExportParser {
    private struct Pending {
        var line: Int
        var header: ExportHeader
        var author: [UInt8]?
        var body: [UInt8]
    }

    /// Bytes beyond which a message is not one.
    private static let longest = 4 * 1024 * 1024

    /// Nil while the file is only looked through, and the order of its dates is not known yet.
    let orders: DateOrders?
    /// Lines before the first item that are not blank: no item to continue.
    private(set) var unplaced = 0
    private(set) var headers = 0
    private var isBracketed: Bool?
    private var pending: Pending?
    /// Names that stood before a colon and were no part of a notice.
    private var authors: Set<[UInt8]> = []

    init(orders: DateOrders?) { self.orders = orders }

    mutating func take(
        _ line: UnsafeBufferPointer<UInt8>, number: Int, header seen: (ExportHeader) -> Void = { _ in },
        item: (ExportItem) throws -> Void
    ) throws {
        guard line.isUTF8 else { throw ImportFault.notUTF8(line: number) }
        guard let header = ExportHeader(line) else { return try carryOn(line, number: number) }
        let rest = UnsafeBufferPointer(rebasing: line[header.end...])
        let author = ExportAuthor.split(rest, known: authors)
        if let name = author?.name, !name.contains(UInt8(ascii: "\"")), authors.count < 1000 { authors.insert(name) }
        // A line of another form and without an author is a quotation in somebody's text.
        if let isBracketed, isBracketed != header.shape.isBracketed, author == nil {
            return try carryOn(line, number: number)
        }
        // Somebody's message all the same: it must not become the words of whoever wrote before.
        if !header.isPossible && author == nil { return try carryOn(line, number: number) }
        isBracketed = isBracketed ?? header.shape.isBracketed
        try finish(item)
        headers += 1
        if header.isPossible { seen(header) }
        pending = Pending(
            line: number, header: header, author: author?.name, body: Array(rest[(author?.length ?? 0)...]))
    }

    /// Hands out the last item.
    mutating func finish(_ item: (ExportItem) throws -> Void) throws {
        guard var last = pending else { return }
        pending = nil
        while last.body.last == 0x0A { last.body.removeLast() }
        let order = last.header.isPossible ? orders?.order(of: last.header) : nil
        let date = order.flatMap { last.header.date($0) }
        let time = date.map { LocalTime(date: $0, secondsOfDay: last.header.secondsOfDay) }
        let (author, content, attachment) = ExportParser.content(
            of: last.body, author: last.author, header: last.header)
        try item(ExportItem(line: last.line, author: author, time: time, content: content, attachment: attachment))
    }

    private mutating func carryOn(_ line: UnsafeBufferPointer<UInt8>, number: Int) throws {
        guard pending != nil else {
            if line.contains(where: { $0 != 0x20 && $0 != 0x09 }) { unplaced += 1 }
            return
        }
        guard (pending?.body.count ?? 0) + line.count < Self.longest else {
            throw ImportFault.lineTooLong(line: number, limit: Self.longest)
        }
        pending?.body.append(0x0A)
        pending?.body.append(contentsOf: line)
    }

    private static func content(
        of body: [UInt8], author: [UInt8]?, header: ExportHeader
    ) -> (author: [UInt8]?, content: ExportItem.Content, attachment: [UInt8]?) {
        let read = ExportBody(
            body, author: author ?? [], isBracketed: header.shape.isBracketed, isMarked: header.isMarked)
        switch (read.meaning, author) {
        case (.call(let call), _): return (author, .call(call), nil)
        case (.message(let kind), .some):
            return (author, .message(kind: kind, text: read.text, isEdited: read.isEdited), read.attachment)
        case (.notice, _), (.message, nil): return (author, .notice(text: PlainText.of(body, folded: true)), nil)
        }
    }
}
