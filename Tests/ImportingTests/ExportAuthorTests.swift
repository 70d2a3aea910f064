import Testing

@testable import Importing

struct ExportAuthorTests {
    private func author(_ rest: String) -> String? {
        Array(rest.utf8).withUnsafeBufferPointer { buffer in
            ExportAuthor.split(buffer).map {
                String(decoding: $0.name, as: UTF8.self) + "|"
                    + String(decoding: Array(buffer[$0.length...]), as: UTF8.self)
            }
        }
    }

    @Test(arguments: [
        ("Lena: x", "Lena|x"), ("Lena : x", "Lena|x"), ("Lena:", "Lena|"), ("Lena: ", "Lena|"),
        ("Lena - Brussels: x", "Lena - Brussels|x"),
        ("~ Lena: x", "Lena|x"), ("\u{202A}+32 470 12 34 56\u{202C}: x", "+32 470 12 34 56|x"),
        ("+32\u{A0}470\u{A0}12\u{A0}34\u{A0}56: x", "+32 470 12 34 56|x"), ("10:30: x", "10:30|x"),
        ("Lena:\u{A0}x", "Lena|x"),
    ])
    func `the author stands before the first colon and space`(rest: String, expected: String) {
        #expect(author(rest) == expected)
    }

    @Test(arguments: [
        "Lena left", "Lena changed the subject to \"Plan: B\"", "Lena changed the subject from \"A: a\" to \"B\"",
        ": x",
        "see http://example.org", "Lena created group \"Team: one\"",
    ])
    func `a notice has no author, whatever colon is in it`(rest: String) { #expect(author(rest) == nil) }

    @Test(arguments: [
        ("+32 470 12 34 56", "+32470123456"), ("+1 (555) 010-0199", "+15550100199"), ("+3247012", "+3247012"),
        ("0470 12 34 56", nil),
        ("Lena +32 470", nil), ("+32", nil), ("+32 470 12 34 56 78 90 12", nil),
    ])
    func `a number with its plus is a phone`(name: String, phone: String?) {
        #expect(ExportAuthor.phone(name.utf8) == phone)
    }

    @Test func `numbers in a notice are found`() {
        #expect(
            ExportAuthor.phones(in: Array("+32 470 12 34 56 changed to +32 470 65 43 21.".utf8)) == [
                "+32470123456", "+32470654321",
            ])
        #expect(ExportAuthor.phones(in: Array("no + number ++ here".utf8)).isEmpty)
    }
}
