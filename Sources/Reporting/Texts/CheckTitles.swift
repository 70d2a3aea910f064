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
        "A1": "Chaque rôle et finalité des données a exactement une règle",
        "A3": "Aucune durée ne dépasse son plafond sans décision écrite",
        "A5": "Les règles appliquées sont celles qui ont été approuvées",
        "B1": "Rien n’a passé son délai sans avoir été traité",
        "B2": "Aucun numéro ni profil en clair dans ce qui a été expurgé",
        "B3": "Aucune donnée reconnaissable dans le texte expurgé",
        "B5": "Aucun octet des valeurs effacées ne reste dans les fichiers",
        "B6": "L’effacement physique est actif et les pages libres sont vides",
        "B7": "Aucune ligne ne renvoie à une personne effacée",
        "B8": "Les médias effacés n’ont plus de fichier",
        "B10": "Rien de plus jeune que son délai n’a changé",
        "B12": "Ce qui a été fait est ce que l’aperçu montrait",
        "B13": "Un second passage ne ferait rien",
        "C1": "Chaque archive s’ouvre et correspond à son manifeste",
        "C2": "Aucune archive n’a dépassé sa date de fin",
        "C3": "Aucune donnée en clair dans les archives",
        "H1": "Aucune donnée personnelle dans les journaux",
        "H2": "La chaîne des passages est intacte",
        "H5": "Base, archives et clés ne sont lisibles que par leur propriétaire",
    ]

    static let dutch = [
        "A1": "Elke rol en elk doel in de gegevens heeft precies één regel",
        "A3": "Geen termijn gaat boven zijn plafond zonder schriftelijke beslissing",
        "A5": "De toegepaste regels zijn de goedgekeurde",
        "B1": "Niets is zijn termijn voorbij zonder verwerkt te zijn",
        "B2": "Geen leesbaar nummer of profiel in wat geschoond is",
        "B3": "Geen herkenbaar gegeven in geschoonde tekst",
        "B5": "Geen byte van gewiste waarden blijft in de bestanden",
        "B6": "Fysiek wissen staat aan en vrije pagina’s zijn leeg",
        "B7": "Geen rij verwijst naar een gewiste persoon",
        "B8": "Gewiste media hebben geen bestand meer",
        "B10": "Niets dat jonger is dan zijn termijn is gewijzigd",
        "B12": "Wat gedaan is, is wat de voorvertoning liet zien",
        "B13": "Een tweede uitvoering zou niets doen",
        "C1": "Elk archief gaat open en klopt met zijn manifest",
        "C2": "Geen archief is zijn einddatum voorbij",
        "C3": "Geen leesbare persoonsgegevens in de archieven",
        "H1": "Geen persoonsgegevens in de logboeken",
        "H2": "De keten van uitvoeringen is ongebroken",
        "H5": "Bestand, archieven en sleutels zijn alleen leesbaar voor hun eigenaar",
    ]
}
