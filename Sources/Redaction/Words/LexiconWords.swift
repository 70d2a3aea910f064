/// The words of `Lexicon`, folded (no accents, lower case): French, Dutch, English, German.
enum LexiconWords {
    /// What a person is to the writer: the name follows.
    static let relatives = """
        femme mari epouse epoux compagne compagnon conjoint conjointe fils fille collegue voisin voisine vrouw man
        echtgenoot echtgenote zoon dochter collega buurman buurvrouw wife husband daughter colleague neighbour neighbor sohn
        tochter kollege kollegin kollegen
        """

    /// The same, of those whose names are said less often behind.
    static let kin = """
        mere pere maman papa soeur frere ami amie copain copine moeder vader mama zus zuster broer buur vriend vriendin son
        mother father mom mum dad sister brother friend mutter vater schwester bruder nachbar nachbarin freund freundin
        """

    /// Thanks and greetings at the end of a message.
    static let thanks = "merci danke bedankt thanks lg vg mfg gr grtz"

    /// What is said of a person or to one: a given name may follow.
    static let relations =
        kin + " " + thanks + " " + """
            patron partner boss mann chef demander demandez vragen fragen avec with salut hey coucou hoi best groet moi im
            """

    /// Before a family name.
    static let titles = """
        mr mme mrs ms monsieur madame meneer mevrouw dhr mevr mvr herr herrn frau dr mlle mademoiselle miss prof docteur
        doctor dokter maitre famille familie fam
        """

    /// Labels of a person's name in a form.
    static let nameLabels =
        "destinataire titulaire beneficiaire begunstigde rekeninghouder empfanger kontoinhaber recipient"

    /// Labels of a person in a form, and words with other meanings elsewhere.
    static let personLabels = "client cliente klant kunde kundin customer contact kontakt attn signe ondertekend signed"

    static let lists: [(Word, String)] = [
        (
            .phoneCue,
            """
            tel tele telephone telephones telephonique telefoon telefoonnummer telefon telefonnummer phone phones mobile
            mobil mobiel handy handynummer gsm gsmnummer portable cell cellphone fixe fax whatsapp whatsap wa wapp
            appelez appeler appelle appel rappeler rappelez rappel joindre joignable contacter contactez bel bellen
            belt opbellen terugbellen bereiken bereikbaar call calling reach ring text sms anrufen anruf ruf rufen
            erreichen erreichbar reachable numero num nummer number numeros nummers numbers rufnummer
            numer nmmer nmer nummr numme numro nuero nmero numeo nmber nuber numbr telephon telefone signal viber telegram vcard
            """
        ),
        (
            .referenceCue,
            """
            commande commandes order orders bestelling bestelnummer bestellung auftrag ticket tickets dossier dossiers
            dossiernummer akte aktenzeichen case facture factures invoice factuur factuurnummer rechnung ref reference
            referentie kenmerk referenz colis parcel pakket pakje paket sendung suivi tracking track trace zending
            version versie app index meter meterstand compteur zahlerstand zahler teller serial serie serienummer sn
            code codes pin otp puk ts timestamp communication mededeling verwendungszweck ean isbn article artikel
            product produit cadeau produkt contrat contract vertrag klantnummer clientnummer kundennummer
            voucher bon coupon cadeaubon gutschein ogm vcs error erreur fout fehler id imei livre boek book
            readings waarden mesures releve werte dossiernr build firmware devis offerte offertenummer abonnement polis
            polisnummer reservation reservering reservatie buchung booking vorgang vorgangsnummer vertragsnummer
            contractnummer ordernummer auftragsnummer rechnungsnummer bestellnummer zendingsnummer pakketnummer gls dhl ups
            dpd postnl bpost lat lon lng latitude longitude loto lotto euromillions tirage keno joker seriennummer sku licence license licentie lizenz
            cmd cde fact rma pnr badge matricule sinistre affilie adherent transaction transactie transaktion receipt batch
            fidelite promo mdp login iccid
            """
        ),
        (.customerCue, "client klant kunde customer"),
        (.callCue, "appeler rappeler joindre contacter bellen opbellen terugbellen bereiken anrufen erreichen"),
        (
            .registerCue,
            """
            bce kbo tva btw vat bceno siret siren kvk ondernemingsnummer entreprise onderneming ust ustid
            hrb handelsregister rcs rsin enterprise
            """
        ),
        (.currency, "eur euro euros usd dollar dollars gbp chf lei ron mad dh dhs dirham dirhams fc cdf pounds pond"),
        (
            .unit,
            """
            cm mm km kg kwh mwh gb mb kb ml pcs stuks stuk pieces stk stuck pixels px jours dagen tage days
            heures uur stunden hours minutes minuten personnes personen people fois keer times mal degres graden kva bar
            volt watt km2 m2 m3 h u
            """
        ),
        (
            .month,
            """
            janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre januari februari maart
            april mei juni juli augustus september oktober november december january february march may june july august
            october januar februar marz maerz dezember jan fev feb avr apr jun jul jui aou aug sep sept oct okt nov dec dez mrt mar
            """
        ),
        (
            .birthCue,
            """
            ne nee naissance geboren geboortedatum geboorte born birth birthdate birthday dob geburtsdatum geburtstag geb
            verjaardag anniversaire ddn gebdat
            """
        ),
        (
            .streetBefore,
            """
            rue avenue av ave boulevard bd bld blvd chaussee chee place pl quai square allee chemin impasse route clos
            cite galerie hameau voie thier montagne val residence rampe promenade bvd boul
            dreve sentier ruelle esplanade faubourg passage cours venelle am auf an zum zur steenweg str strada
            """
        ),
        (
            .streetAfter,
            """
            street st road rd avenue lane ln drive square court terrace crescent gardens close way row mews strasse str
            straat laan steenweg plein weg dreef kaai lei markt singel gracht kade dijk allee platz gasse ring damm
            ufer boulevard
            """
        ),
        (.addressPart, "bus bte boite box nr no numero number nummer apt app appartement flat etage"),
        (
            .addressCue,
            """
            adresse address adres habite habitons woon wonen woont wohne wohnen live lives livraison leveren levering
            deliver delivery liefern domicile domicilie anschrift postal postcode postleitzahl plz woonplaats wohnort vis
            """
        ),
        (.ibanCue, "iban compte rekening konto account rekeningnummer rembourser terugbetaling kontonummer bic"),
        (.cardCue, "carte kaart card karte kredietkaart kreditkarte visa mastercard amex credit bancontact maestro"),
        (
            .nationalCue,
            "niss insz nrn rijksregister rijksregisternummer rrn nationalregisternummer identifikationsnummer registre national nationaal inss"
        ),
        (
            .handleCue,
            """
            insta instagram fb facebook twitter tiktok snap snapchat linkedin telegram profil profile profiel messenger x
            threads youtube discord skype
            """
        ),
        (.extensionCue, "ext extension toestel poste post durchwahl x apparaat int"),
        (
            .nameCue,
            """
            cordialement groeten groetjes regards gruss grussen grusse salutations bonjour ici hier bien merci sincerely
            cheers appelle heet heisse nom naam name namen mr mme madame monsieur meneer mevrouw herr frau dhr mevr
            """
        ),
        (
            .weekday,
            """
            lundi mardi mercredi jeudi vendredi samedi dimanche maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
            monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
            sonntag lun mar mer jeu ven sam dim ma di wo do vr za zo mon tue wed thu fri sat sun lu je ve
            """
        ),
        (.conjunction, "et ou en of and or und oder a"),
        (
            .connector,
            "puis ensuite dan daarna then dann plus tiret point punt punkt streepje dash slash espace et en und and"
        ),
        (
            .serviceCue,
            "gratuit gratis hotline helpdesk helpline kostenlos free gratuite servicenummer"
        ),
        (.ipCue, "ip ipv4 ipv6 ping"),
        (
            .particle,
            "van von den der de la le du des el al ten ter di da dos del vander vanden d l o mc mac ben ibn bin"
        ),
        (.introducesCapital, relatives), (.endsIntroduction, relatives),
        (.introducesCapital, relations), (.endsIntroduction, relations),
        (.introducesCapital, titles), (.endsIntroduction, titles),
        (.introducesCapital, nameLabels), (.endsIntroduction, nameLabels), (.nameCue, nameLabels),
        (.introducesCapital, personLabels), (.endsIntroduction, personLabels),
        (
            .introducesName,
            """
            appelle nom prenom name naam namen heisse heet voornaam achternaam familienaam nachname vorname surname fn called
            cordialement groeten groetjes regards grussen grusse gruss salutations bisous cheers sincerely mvg cdlt nomme
            presente jmappelle heisst namens hoogachtend
            """
        ),
        (
            .introducesCapital,
            """
            ici ben suis am m bin this is ist c met beste cher chere dear bonjour dag hallo hello hi mit von chez hier under door
            n i s est me vous compte attention v hd o spricht avance journee soiree toi voorbaat voraus advance
            """
        ),
        (
            .endsIntroduction,
            """
            appelle is s naam heisse ist de van namen of under nom prenom heet called ici fn familienaam voornaam nachname vorname
            surname ben suis m am hier est met n name bonjour mit nomme presente me compte attention v hd o spricht c
            von bin chez dag beste cher chere dear hallo hello hi cordialement groeten groetjes regards grussen grusse gruss vous
            salutations bisous cheers sincerely mvg cdlt jmappelle heisst namens avance journee soiree toi voorbaat hoogachtend
            voraus advance
            """
        ),
        (.structure, "vcard wamid"),
        (.followsName, "dit zei told said appareil speaking gesagt apparat lijn sagte"),
        (.atWord, "arobase arobas apenstaartje apestaart apestaartje klammeraffe at dot point punt punkt"),
        (
            .function,
            """
            je tu il elle on nous vous ils elles moi toi me te se ce ca cela c d j l m n s t qu y le la les un une des du de
            au aux mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que quoi dont ou et mais donc or ni
            car pas plus ne est suis sont a ont ai as avez avons pour par avec sans sous sur dans en chez tout tous
            ik jij je hij zij ze wij we jullie u mij mijn jouw zijn haar onze ons uw hun het een de der die dat dit deze
            niet geen wel maar en of want is ben bent was waren heb hebt heeft in op aan bij van voor met naar uit over
            i you he she it we they me my your his her our their the an this that these those not no but and or so am are
            was were have has in on at to of for from with by as if correct wrong still already
            ich du er sie es wir ihr mich dich mein meine meinen meinem dein deine sein seine ihr ihre unser unsere der
            die das den dem des ein eine einen einem einer nicht kein aber und oder ist bin sind war habe hat in im auf an
            bei von zu zum zur mit nach aus uber fur societe madame monsieur firma company bedrijf client klant kunde
            comment vraiment aussi belge francais francaise belgian french dutch english german british flemish
            franstalig nederlandstalig duitstalig belg belgen duitser fransman nederlander proximus telenet orange voo scarlet
            etudiant etudiante pensionne pensionnee retraite gepensioneerd waiting looking envoye sent verstuurd verzonden
            gesendet depuis voir zie siehe see
            personne quelqu iemand someone jemand tevreden blij boos content contente desole sorry thuis disponible
            """
        ),
        (
            .common,
            """
            rose petit petite noel meer grand grande blanc noir brun roux marie grace joy hope faith may april june mark
            bill will frank sue art dale rob bob jack max bon bonne long court jeune vieux gros lange klein groot wit
            zwart bruin bos boer dijk berg velde kerk baker brown white black green young king bishop walker
            cook martin sun mon weiss schwarz gross lang jung konig sommer winter herbst engel vogel
            roi leclerc mercier boulanger berger fontaine prince ange fleur claire
            victoire aime clement constant juste noire clair pierre olive iris violette marguerite melon citron commande
            prix test client contact admin user info bonjour merci salut hallo hello hi dag oui non ja nee yes no ok pie
            thi noe lot jan pri sam mar em chl ngalula dame heer the de la le and jo man ann al an art
            anna lena nina
            """
        ),
    ]

    static let numbers: [(Word, UInt8, String)] = [
        (.digitWord, 0, "zero nul null oh o"),
        (.digitWord, 1, "un une een one eins ein"),
        (.digitWord, 2, "deux twee two zwei zwo"),
        (.digitWord, 3, "trois drie three drei"),
        (.digitWord, 4, "quatre vier four"),
        (.digitWord, 5, "cinq vijf five funf fuenf"),
        (.digitWord, 6, "six zes sechs"),
        (.digitWord, 7, "sept zeven seven sieben"),
        (.digitWord, 8, "huit acht eight"),
        (.digitWord, 9, "neuf negen nine neun"),
        (.teenWord, 10, "dix tien ten zehn"),
        (.teenWord, 11, "onze elf eleven"),
        (.teenWord, 12, "douze twaalf twelve zwolf zwoelf"),
        (.teenWord, 13, "treize dertien thirteen dreizehn"),
        (.teenWord, 14, "quatorze veertien fourteen vierzehn"),
        (.teenWord, 15, "quinze vijftien fifteen funfzehn fuenfzehn"),
        (.teenWord, 16, "seize zestien sixteen sechzehn"),
        (.teenWord, 17, "zeventien seventeen siebzehn"),
        (.teenWord, 18, "achttien eighteen achtzehn"),
        (.teenWord, 19, "negentien nineteen neunzehn"),
        (.tensWord, 20, "vingt vingts twintig twenty zwanzig"),
        (.tensWord, 30, "trente dertig thirty dreissig dreizig"),
        (.tensWord, 40, "quarante veertig forty fourty vierzig"),
        (.tensWord, 50, "cinquante vijftig fifty funfzig fuenfzig"),
        (.tensWord, 60, "soixante zestig sixty sechzig"),
        (.tensWord, 70, "septante zeventig seventy siebzig"),
        (.tensWord, 80, "huitante octante tachtig eighty achtzig"),
        (.tensWord, 90, "nonante negentig ninety neunzig"),
        (.hundredWord, 100, "cent cents honderd hundred hundert"),
        (.doubleWord, 2, "double dubbel doppel"),
        (.doubleWord, 3, "triple tripel dreimal"),
        (.numberJoiner, 0, "et en und and"),
        (.thousandWord, 0, "mille duizend thousand tausend"),
    ]
}
