/// What stands around invented data. `{}` is its place.
enum Sentences {
    static func plain(_ tongue: Tongue) -> [String] {
        switch tongue {
        case .fr:
            [
                "Bonsoir", "la box clignote en rouge depuis hier", "je suis très content du service",
                "merci beaucoup 🙏",
                "Je suis toujours sans internet", "un petit souci avec la télécommande", "Joyeux Noël à vous",
                "vu ce matin",
                "c'est moi qui avais appelé", "j'ai reçu une rose à la place", "on se voit au 3e étage",
                "moi c'est pareil",
            ]
        case .nl:
            [
                "Goeiemorgen", "het lampje knippert al twee dagen", "ik ben heel tevreden", "dank u wel 🙏",
                "Ik ben nog aan het wachten",
                "een klein probleem met de decoder", "Zalig kerstfeest", "ik ben thuis na zessen",
                "mijn man is op reis",
                "wij zijn met zijn vieren", "ik heb twee keer gebeld",
            ]
        case .en:
            [
                "Good evening", "the light keeps blinking", "I'm very happy with it", "cheers 🙏", "I am still waiting",
                "a little problem with the remote", "Merry Christmas", "this is not what I ordered",
                "I may come on Friday",
                "my kids are four and seven", "one of two things is missing",
            ]
        case .de:
            [
                "Guten Abend", "die Lampe blinkt seit gestern", "ich bin sehr zufrieden", "vielen Dank 🙏",
                "Ich bin noch am Warten",
                "ein kleines Problem mit der Box", "Frohe Weihnachten", "ich bin nach sechs zu Hause",
                "das ist mir zu lang",
                "wir sind zu viert", "ich habe zwei Mal angerufen",
            ]
        }
    }

    static func phone(_ tongue: Tongue) -> [String] {
        switch tongue {
        case .fr:
            [
                "{}", "vous pouvez m'appeler au {}", "mon nouveau numéro {} merci", "tél {}", "GSM: {}",
                "sinon {} après 18h",
                "joignable au {} en journée", "voici mon portable {}", "le {} c'est celui de ma mère", "notez {} svp",
                "sur le {}",
                "envoyez un sms au {}",
            ]
        case .nl:
            [
                "{}", "u kan me bellen op {}", "mijn nieuw nummer {} alvast bedankt", "tel. {}", "gsm-nummer: {}",
                "anders {} na 18u",
                "overdag bereikbaar op {}", "hier mijn mobiel {}", "de {} is van mijn zoon", "noteer {} aub",
                "stuur een sms naar {}",
            ]
        case .en:
            [
                "{}", "you can call me on {}", "my new number {} thanks", "phone {}", "Mobile: {}",
                "otherwise {} after 6pm",
                "reachable at {} during the day", "here is my cell {}", "the {} is my mum's", "please note {}",
                "text me on {}",
            ]
        case .de:
            [
                "{}", "Sie können mich unter {} anrufen", "meine neue Nummer {} danke", "Tel.: {}", "Handy: {}",
                "sonst {} ab 18 Uhr",
                "tagsüber erreichbar unter {}", "hier mein Handy {}", "die {} ist von meiner Mutter",
                "bitte notieren {}",
            ]
        }
    }

    static func own(_ tongue: Tongue) -> [String] {
        switch tongue {
        case .fr:
            [
                "bonjour, ici {}", "Bien à vous, {}", "c'est {} encore", "dossier au nom de {} svp", "{} à l'appareil",
                "{}", "de la part de {}",
            ]
        case .nl:
            [
                "hallo, met {}", "Vriendelijke groet, {}", "hier {} nog eens", "op naam van {} aub", "{} hier", "{}",
                "namens {}",
            ]
        case .en:
            [
                "hi, {} here", "Best regards, {}", "it's {} again", "in the name of {} please", "{} speaking", "{}",
                "on behalf of {}",
            ]
        case .de:
            [
                "hallo, hier {}", "Viele Grüße, {}", "{} nochmal", "auf den Namen {} bitte", "{} am Apparat", "{}",
                "im Namen von {}",
            ]
        }
    }

    static func introduced(_ tongue: Tongue) -> [String] {
        DeskForms.introduced(tongue) + own(introducing: tongue)
    }

    /// How people say who they are.
    private static func own(introducing tongue: Tongue) -> [String] {
        switch tongue {
        case .fr:
            [
                "je m'appelle {}", "Bonjour, je m’appelle {} et j'ai une question", "mon nom est {}", "moi c'est {}",
                "je suis {}", "Mon prénom: {}",
            ]
        case .nl:
            ["ik ben {}", "mijn naam is {}", "ik heet {}", "Dag, ik ben {} uit Gent", "U spreekt met {}", "naam: {}"]
        case .en:
            ["my name is {}", "I'm {}", "Hi, I am {} and I have a question", "this is {}", "My name's {}", "name: {}"]
        case .de:
            [
                "ich heiße {}", "mein Name ist {}", "ich bin {}", "Guten Tag, mein Name ist {} und ich habe eine Frage",
                "Name: {}",
            ]
        }
    }
}
