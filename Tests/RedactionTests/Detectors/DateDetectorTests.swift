import Testing

@testable import Redaction

/// Dates: those of birth go, the others stay.
@Suite struct DateDetectorTests {
    @Test(arguments: [
        ("né le 12/03/1984", "birth-date: 12/03/1984"), ("geboren op 3 mei 1990", "birth-date: 3 mei 1990"),
        ("ich bin am 19.01.1949 geboren", "birth-date: 19.01.1949"),
        ("ich bin am 7. August 1957 geboren", "birth-date: 7. August 1957"),
        ("born on March 10, 1975", "birth-date: March 10, 1975"),
        ("date of birth: 4th of October 1943", "birth-date: 4th of October 1943"),
        ("d.o.b. 12/03/84", "birth-date: 12/03/84"), ("ddn 12.03.84", "birth-date: 12.03.84"),
        ("née le 1er mai 1980", "birth-date: 1er mai 1980"), ("geboortedatum: 1984-03-12", "birth-date: 1984-03-12"),
        ("born on March 3rd, 1991", "birth-date: March 3rd, 1991"), ("né(e) le : 12.03.1985", "birth-date: 12.03.1985"),
        ("né à Namur le 1er mai 1978", "birth-date: 1er mai 1978"), ("dob 12 Mar 1985", "birth-date: 12 Mar 1985"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: [
        "le 12/03/1984", "2024-06-13T23:15:00Z", "op 3 mei 2025", "07/11-10/11/2019",
        "absent les 04/07 05/07 06/07", "libre: 02/09 03/09 04/09 10/09", "ne pas venir avant le 12/03/2026",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }

    @Test func `many days in a row are days, and the number behind them is one`() {
        let days = "03/07 04/07 05/07 06/07 07/07 08/07 "
        #expect(Look.found(days + "0470 12 34 56") == ["phone: 0470 12 34 56"])
        #expect(Look.marks(days + "09/", DateDetector.scan))
    }

    @Test func `a number in the shape of a date is none behind digits in brackets`() {
        #expect(Look.found("Handy: (0486) 11.12.66") == ["phone: (0486) 11.12.66"])
    }
}
