import StorePort
import Testing

@testable import Importing

struct ExportBodyTests {
    private func body(_ text: String, author: String = "Lena", ios: Bool = false, marked: Bool = false) -> ExportBody {
        ExportBody(Array(text.utf8), author: Array(author.utf8), isBracketed: ios, isMarked: marked)
    }

    private func text(_ body: ExportBody) -> String? { body.text.map { String(decoding: $0, as: UTF8.self) } }

    @Test(arguments: [
        ("\u{200E}image absente", MessageKind.image), ("\u{200E}Bild weggelassen", .image),
        ("\u{200E}vidéo absente", .video),
        ("\u{200E}audio omis", .audio), ("\u{200E}sticker weggelaten", .sticker), ("\u{200E}GIF retiré", .gif),
        ("\u{200E}Fiche contact manquante", .contact), ("<Médias omis>", .media), ("<Media weggelaten>", .media),
        ("<Media omitted>", .media), ("<Medien ausgeschlossen>", .media), ("<Без медиафайлов>", .media),
        ("Ce message a été supprimé", .deleted), ("\u{200E}Ce message a été supprimé.", .deleted),
        ("Dit bericht is verwijderd", .deleted), ("You deleted this message", .deleted),
        ("Diese Nachricht wurde gelöscht", .deleted), ("null", .viewOnce), ("", .viewOnce),
        ("IMG-20251120-WA0002.jpg (file attached)", .image), ("PTT-20251120-WA0000.opus (bestand bijgevoegd)", .audio),
        ("STK-20251120-WA0003.webp (Datei angehängt)", .sticker), ("Anna.vcf (fichier joint)", .contact),
        ("\u{200E}<attached: 00000035-PHOTO-2025-11-20-21-41-55.jpg>", .image),
        ("\u{200E}< pièce jointe : 00000037-VIDEO-2025-11-20.mp4 >", .video),
        ("\u{200E}<Anhang: Rechnung.pdf>", .document),
    ])
    func `the words for what was left out are no text`(written: String, kind: MessageKind) {
        let read = body(written, ios: written.hasPrefix("\u{200E}"))
        #expect(read.meaning == .message(kind))
        #expect(read.text == nil)
    }

    @Test func `a caption is the text of its attachment`() {
        #expect(text(body("<Media omitted>\nLook\nat this")) == "Look\nat this")
        #expect(text(body("Mon CV \u{200E}<attached: 00000046-x.pdf>", ios: true, marked: true)) == "Mon CV")
        let document = body("Facture • \u{200E}2 pages \u{200E}document manquant", ios: true, marked: true)
        #expect(document.meaning == .message(.document))
        #expect(text(document) == "Facture • 2 pages")
    }

    @Test(arguments: [
        ("Appel vocal manqué", CallKind.missedVoice), ("Gemiste spraakoproep", .missedVoice),
        ("Missed video call", .missedVideo),
        ("\u{200E}Verpasster Videoanruf.", .missedVideo), ("Appel vocal  3 min", .voice),
        ("\u{200E}Video call, \u{200E}45 sec", .video),
        ("\u{200E}Appel vidéo", .video),
    ])
    func `calls are events`(written: String, call: CallKind) {
        #expect(body(written, ios: written.hasPrefix("\u{200E}")).meaning == .call(call))
    }

    @Test(arguments: [
        "Appel vocal", "appel vocal svp", "nullement", "image omitted?", "Les messages envoyés hier sont perdus",
        "Your security code with us", "see <this>", "a (file attached) b", "Voice call me tomorrow at 3 please",
    ])
    func `what a person writes stays a text`(written: String) {
        #expect(body(written).meaning == .message(.text))
        #expect(text(body(written)) == written)
    }

    @Test func `an edit is marked and its word is taken off`() {
        let edited = body("Rue de la Loi 16 \u{200E}<Ce message a été modifié>")
        #expect(edited.isEdited)
        #expect(text(edited) == "Rue de la Loi 16")
        #expect(text(body("two\nlines <Dit bericht is bewerkt>")) == "two\nlines")
        #expect(!body("plain").isEdited)
    }

    @Test func `the messenger's own voice on iOS is a notice`() {
        #expect(body("\u{200E}\u{200E}Votre code de sécurité avec Lena a changé.", ios: true).meaning == .notice)
        #expect(body("Messages and calls are end-to-end encrypted. Nobody reads them.").meaning == .notice)
        #expect(body("Lena a créé le groupe", author: "Système").meaning == .notice)
        #expect(body("Lena a créé le groupe").meaning == .message(.text))
    }

    @Test func `an attachment in a language that is not known is kept with its words`() {
        let read = body("\u{200E}Immagine omessa", ios: true, marked: true)
        #expect(read.meaning == .message(.media))
        #expect(text(read) == "Immagine omessa")
    }

    @Test func `a place is a text of its own kind`() {
        #expect(
            text(body("Localisation: https://maps.google.com/?q=50.8,4.3"))
                == "Localisation: https://maps.google.com/?q=50.8,4.3")
        #expect(
            body("\u{200E}Localisation: https://maps.google.com/?q=50.8,4.3", ios: true).meaning == .message(.location))
    }
}
