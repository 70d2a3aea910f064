import Testing

@testable import Redaction

/// Addresses of the network.
@Suite struct IPAddressDetectorTests {
    @Test(arguments: [
        ("ip 192.168.1.27", "ip: 192.168.1.27"), ("2a02:2788:1:2::1", "ip: 2a02:2788:1:2::1"),
        ("203[.]0[.]113[.]7", "ip: 203[.]0[.]113[.]7"), ("10.1.2.3:8080", "ip: 10.1.2.3:8080"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: ["v1.2.3.4", "version 10.1.2.3", "12:30", "a::b", "256.1.1.1"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
