import Testing

@testable import Redaction

/// Names of persons who are not known, where the words around introduce one.
@Suite struct IntroducedNameDetectorTests {
    @Test(arguments: [
        ("je m’appelle Noémie", "introduced-name: Noémie"), ("I'm Lieve Whitcombe", "introduced-name: Lieve Whitcombe"),
        ("Hi, I am Thibault and I have a question", "introduced-name: Thibault"),
        ("je suis Wannes", "introduced-name: Wannes"), ("moi c'est Nkechi", "introduced-name: Nkechi"),
        ("U spreekt met Ghislaine", "introduced-name: Ghislaine"), ("ich heiße Käthe. danke", "introduced-name: Käthe"),
        ("this is Noël Vandenbroucke", "introduced-name: Noël Vandenbroucke"),
        ("je suis Thibault PETIT", "introduced-name: Thibault PETIT"), ("ich bin Siska", "introduced-name: Siska"),
        ("This is Tom from number 12", "introduced-name: Tom"),
        ("c'est geneviève de la pharmacie", "introduced-name: geneviève"),
        ("moi c aicha", "introduced-name: aicha"), ("ici kevin delmotte", "introduced-name: kevin delmotte"),
        ("votre collègue Sandrine m'a promis", "introduced-name: Sandrine"),
        ("Hello Hannah, thanks", "introduced-name: Hannah"),
        ("pour M. Dardenne", "introduced-name: Dardenne"),
        ("Dhr van den Berg", "introduced-name: van den Berg"),
        ("Frau Schuster nimmt es an", "introduced-name: Schuster"),
        ("Bien à vous, Michel G.", "introduced-name: Michel G."),
        ("mijn naam is wouter de graaf", "introduced-name: wouter de graaf"),
        ("destinataire: Abdelkader Benali", "introduced-name: Abdelkader Benali"),
        (#"{"name":"Amandine Delcourt"}"#, "introduced-name: Amandine Delcourt"),
        ("ma femme Ewoutje viendra", "introduced-name: Ewoutje"),
        ("hallo, hier Torsten, ERR_9529", "introduced-name: Torsten"),
        ("mon nom de famille est Verschueren", "introduced-name: Verschueren"),
        ("Mon mari s'appelle Bruno", "introduced-name: Bruno"), ("mijn zoon heet Joris", "introduced-name: Joris"),
        ("mein Sohn heißt Uwe", "introduced-name: Uwe"), ("her name is Priya Patel", "introduced-name: Priya Patel"),
        ("son nom est Benali", "introduced-name: Benali"), ("Famille Tonneau", "introduced-name: Tonneau"),
        ("namens Wim Goossens", "introduced-name: Wim Goossens"),
        ("Client : Gilles Tonneau", "introduced-name: Gilles Tonneau"),
        ("Merci d'avance,\nBabette", "introduced-name: Babette"), ("Bonne journée,\nGilles", "introduced-name: Gilles"),
        ("Bonjour, Pierre Lambert à l'appareil", "introduced-name: Pierre Lambert"),
        ("Dr.\u{A0}Hendrickx", "introduced-name: Hendrickx"), ("I'm\u{A0}Sarah", "introduced-name: Sarah"),
        ("bonjour c'est éléonore", "introduced-name: éléonore"), ("bonjour c'est valérie", "introduced-name: valérie"),
        ("bonjour c'est rené", "introduced-name: rené"), ("guten tag, schmidt am apparat", "introduced-name: schmidt"),
        ("my name is Soufiane, SIRET 732 829 320 00074", "introduced-name: Soufiane"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: [
        "je suis disponible", "je suis Belge", "I'm waiting", "ik ben thuis", "moi c'est pareil",
        "je m'appelle comment déjà ?", "c'est SOS Bonne journée", "contactez-moi ici. Bonjour Toujours rien",
        "JE SUIS FÂCHÉ", "ich bin Kunde", "BONJOUR MADAME MA COMMANDE", "met elke levering", "c'est Mardi la livraison",
        "Bonjour Madame, Commande reçue", #"{"name":"Canapé Bleu"}"#, "TL-WR841N. Merry Christmas", "hier. TVA BE",
        "ici. Toujours Rien",
        "la lampe de 12 m. Dardenne", "Ik ben Franstalig", "Je suis Proximus", "I'm Waiting",
        "Cordialement. Envoyé de mon téléphone", "Nom : voir ci-dessous", "Client Premium",
        "le client : voir plus haut",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
