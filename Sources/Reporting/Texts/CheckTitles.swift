/// What each check asserts, in the languages other than that of `Check.title`. A check that is not named here is
/// shown by its own English title, marked as English.
enum CheckTitles {
    static func title(of id: String, in language: ReportLanguage) -> String? {
        switch language {
        case .french: french[id]
        case .dutch: dutch[id]
        case .english: nil
        }
    }

    static let french = [
        "B1": "Rien de ce qui était échu ne reste à traiter",
        "B5": "Aucun octet de ce qui a été effacé ne reste dans un fichier",
        "B5-earlier": "Les noms et textes effacés par un passage antérieur inachevé ont disparu",
        "B6": "Le fichier de la base a été réécrit après ce qui a été effacé",
        "temporary-empty": "Le dossier des fichiers temporaires est vide",
        "B8": "Aucun fichier média ne reste d’une ligne effacée",
        "B12": "Ce qui a été fait est ce que le plan disait",
        "H2-nights": "Un passage a été achevé pour chaque nuit",
        "holds-reviewed": "Aucune conservation n’a dépassé sa date de réexamen",
        "C1": "Les segments de cette nuit s’ouvrent et correspondent à leur manifeste",
        "C2": "Aucun segment n’a dépassé sa date de fin",
        "store-sound": "La base est intacte",
    ]

    static let dutch = [
        "B1": "Niets van wat verstreken was, is blijven liggen",
        "B5": "Geen byte van wat gewist is, staat nog in een bestand",
        "B5-earlier": "Namen en teksten die een eerdere, onvoltooide run wiste, zijn weg",
        "B6": "Het databestand is herschreven na wat gewist is",
        "temporary-empty": "De map voor tijdelijke bestanden is leeg",
        "B8": "Er is geen mediabestand over van een gewiste regel",
        "B12": "Wat gedaan is, is wat het plan zei",
        "H2-nights": "Voor elke nacht is een run voltooid",
        "holds-reviewed": "Geen bewaring is over haar herzieningsdatum",
        "C1": "De segmenten van deze nacht gaan open en kloppen met hun manifest",
        "C2": "Geen segment is zijn einddatum voorbij",
        "store-sound": "Het gegevensbestand is gaaf",
    ]
}
