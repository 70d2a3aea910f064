import Testing

@testable import Redaction

/// Profiles on social networks.
@Suite struct HandleDetectorTests {
    @Test(arguments: [
        ("voir facebook.com/jean.dupont !", "handle: facebook.com/jean.dupont"), ("suivez @jean_d", "handle: @jean_d"),
        ("insta: jean_dpt", "handle: jean_dpt"), ("mon insta c'est jean_dpt", "handle: jean_dpt"),
        ("t.me/jean_dpt", "handle: t.me/jean_dpt"), ("discord jean#1234", "handle: jean#1234"),
        ("skype: live:jean.dupont", "handle: jean.dupont"),
        ("www.pinterest.fr/jeandpt", "handle: www.pinterest.fr/jeandpt"),
        ("facebook.com/watchman.joe", "handle: facebook.com/watchman.joe"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: [
        "youtube.com/watch?v=abc", "facebook.com/groups/jardin", "facebook.com/marketplace/item/12",
        "facebook.com", "ISBN 2-07-036822-X - merci", "sur facebook hier", "un profil incomplet",
        "item1.X-ABLabel:Mobil", "nom=x - jour 63099",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
