import Testing

@testable import Importing

struct SourceFormTests {
    @Test(arguments: [
        ("{\"a\":1}", SourceForm.json), (" \n[ {\"a\":1}]", .json), ("\u{FEFF}{}", .json), ("[]", .json),
        ("[20/11/25, 09:01:02] Lena: x", .text),
        ("20/11/2025, 09:01 - Lena: x", .text), ("\u{200E}[20/11/25", .text), ("", .text), ("PK\u{3}\u{4}", .zip),
    ])
    func `a file is what its first bytes say`(front: String, form: SourceForm) {
        #expect(SourceForm(front: ArraySlice(front.utf8)) == form)
    }
}
