/// A finding as a line of JSON: where and what it is, and nothing of the text.
///
///     {"line":3,"start":14,"end":27,"startByte":15,"endByte":28,"category":"phone","detector":"phone",
///      "confidence":96,"reason":"..."}
///
/// `start` and `end` count code points of the message, `startByte` and `endByte` its bytes in UTF-8; the end is the first
/// that is no part.
enum FindingLine {
    static func append(
        _ findings: [Finding], line: Int, text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) {
        var (at, points) = (0, 0)
        func point(_ offset: Int) -> Int {
            while at < offset {
                // A byte that continues a character begins no code point.
                if text[at] & 0xC0 != 0x80 { points += 1 }
                at += 1
            }
            return points
        }
        for finding in findings {
            let (start, end) = (point(finding.range.lowerBound), point(finding.range.upperBound))
            output +=
                """
                {"line":\(line),"start":\(start),"end":\(end),"startByte":\(finding.range.lowerBound),\
                "endByte":\(finding.range.upperBound),"category":"\(finding.category.rawValue)",\
                "detector":"\(finding.detector.rawValue)","confidence":\(finding.confidence),"reason":
                """.utf8
            output += [0x22] + JSONString.encoded(Array(finding.reason.utf8)) + [0x22, 0x7D, 0x0A]
        }
    }
}
