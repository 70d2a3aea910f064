import StorePort

/// The words that the messenger writes into exports in place of what it left out, in French, Dutch, English,
/// German, Spanish, Portuguese and Russian. All are as `PlainText` gives them: ASCII letters in lower case, no
/// full stop at the end.
enum ExportWords {
    static let omitted: [String: MessageKind] = {
        var words: [String: MessageKind] = [:]
        func add(_ kind: MessageKind, _ forms: String...) { for form in forms { words[form] = kind } }
        add(
            .image, "image absente", "afbeelding weggelaten", "image omitted", "bild weggelassen", "imagen omitida",
            "imagem não revelada", "imagem ocultada", "изображение отсутствует")
        add(
            .video, "vidéo absente", "video weggelaten", "video omitted", "video weggelassen", "video omitido",
            "vídeo omitido", "vídeo não revelado", "vídeo ocultado", "видео отсутствует", "video note omitted",
            "note vidéo absente")
        add(
            .audio, "audio omis", "audio weggelaten", "audio omitted", "audio weggelassen", "audio omitido",
            "ficheiro de áudio não revelado", "áudio ocultado", "аудиофайл отсутствует")
        add(
            .sticker, "sticker omis", "sticker weggelaten", "sticker omitted", "sticker weggelassen", "sticker omitido",
            "sticker não revelado", "figurinha omitida", "стикер не добавлен")
        add(
            .gif, "gif retiré", "gif weggelaten", "gif omitted", "gif weggelassen", "gif omitido", "gif não revelada",
            "gif ocultado", "gif отсутствует")
        add(
            .document, "document manquant", "document weggelaten", "document omitted", "dokument weggelassen",
            "documento omitido", "documento não revelado", "documento ocultado", "документ отсутствует")
        add(
            .contact, "fiche contact manquante", "visitekaartje weggelaten", "contact card omitted",
            "kontaktkarte ausgelassen", "tarjeta de contacto omitida", "contacto não revelado",
            "cartão do contato omitido", "Карточка контакта отсутствует")
        add(
            .media, "<médias omis>", "<media weggelaten>", "<media omitted>", "<medien ausgeschlossen>",
            "<multimedia omitido>", "<archivo omitido>", "<ficheiro não revelado>", "<mídia oculta>",
            "<arquivo de mídia oculto>", "<Без медиафайлов>", "<médias omis>", "<medien ausgelassen>",
            "<medien weggelassen>")
        add(
            .deleted, "ce message a été supprimé", "dit bericht is verwijderd", "this message was deleted",
            "diese nachricht wurde gelöscht", "se eliminó este mensaje", "este mensaje fue eliminado",
            "esta mensagem foi apagada", "mensagem apagada", "Данное сообщение удалено",
            "vous avez supprimé ce message", "u hebt dit bericht verwijderd", "je hebt dit bericht verwijderd",
            "you deleted this message", "du hast diese nachricht gelöscht", "eliminaste este mensaje",
            "apagou esta mensagem", "você apagou esta mensagem", "Вы удалили данное сообщение")
        add(.viewOnce, "", "null")
        return words
    }()

    static let calls: [String: CallKind] = {
        var words: [String: CallKind] = [:]
        func add(_ kind: CallKind, _ forms: String...) { for form in forms { words[form] = kind } }
        add(
            .missedVoice, "appel vocal manqué", "gemist spraakgesprek", "gemiste spraakoproep", "missed voice call",
            "verpasster sprachanruf", "llamada perdida", "llamada de voz perdida", "chamada de voz perdida",
            "Пропущенный аудиозвонок", "missed group voice call")
        add(
            .missedVideo, "appel vidéo manqué", "gemist videogesprek", "gemiste video-oproep", "missed video call",
            "verpasster videoanruf", "videollamada perdida", "chamada de vídeo perdida", "Пропущенный видеозвонок",
            "missed group video call")
        return words
    }()

    /// What a line of a call that took place begins with; a length or an outcome follows.
    static let heldCalls: [(front: String, kind: CallKind)] = [
        ("appel vocal", .voice), ("spraakoproep", .voice), ("voice call", .voice), ("sprachanruf", .voice),
        ("llamada de voz", .voice), ("chamada de voz", .voice), ("Аудиозвонок", .voice),
        ("appel vidéo", .video), ("video-oproep", .video), ("video call", .video), ("videoanruf", .video),
        ("videollamada", .video), ("chamada de vídeo", .video), ("Видеозвонок", .video),
    ]

    /// Bytes by which `fronts` are compared.
    static let frontLength = 5

    /// The first bytes of every word that is a whole line or begins one, as `PlainText` gives them.
    static let fronts: Set<[UInt8]> = {
        let words = Array(omitted.keys) + Array(calls.keys) + heldCalls.map(\.front) + noticeFronts
        return Set(words.map { ExportBody.front(Array($0.utf8)) })
    }()

    /// How a name of a file that was exported beside the text is introduced on iOS, and followed on Android.
    static let attachedFronts = [
        "<attached: ", "< pièce jointe : ", "<pièce jointe : ", "<bijgevoegd: ", "<anhang: ", "<adjunto: ",
        "<anexado: ",
        "<прикреплено: ",
    ]
    static let attachedEnds = [
        " (file attached)", " (fichier joint)", " (bestand bijgevoegd)", " (datei angehängt)", " (archivo adjunto)",
        " (ficheiro anexado)", " (arquivo anexado)", " (файл добавлен)",
    ]

    /// What is appended to a text that was changed.
    static let editedEnds = [
        "<this message was edited>", "<ce message a été modifié>", "<dit bericht is bewerkt>",
        "<diese nachricht wurde bearbeitet>", "<diese nachricht wurde bearbeitet.>", "<se editó este mensaje>",
        "<se editó este mensaje.>", "<mensagem editada>", "<esta mensagem foi editada>", "<Сообщение изменено>",
        "<Данное сообщение изменено>",
    ]

    /// Notices that some exports write as if a person had said them: what they begin with. Long enough that nobody
    /// writes so.
    static let noticeFronts = [
        "messages and calls are end-to-end encrypted", "messages you send to this group are now secured with",
        "messages to this group are now secured with", "les messages et les appels sont chiffrés de bout en bout",
        "les messages envoyés dans ce groupe sont désormais protégés",
        "berichten en oproepen worden end-to-end versleuteld",
        "berichten en gesprekken zijn end-to-end versleuteld", "nachrichten und anrufe sind ende-zu-ende-verschlüsselt",
        "los mensajes y las llamadas están cifrados de extremo a extremo",
        "as mensagens e chamadas são encriptadas ponto a ponto",
        "as mensagens e as chamadas são protegidas com a criptografia",
        "Сообщения и звонки защищены сквозным шифрованием",
        "cette entreprise utilise un service sécurisé de la société meta",
        "dit bedrijf gebruikt een veilige dienst van meta", "this business uses a secure service from meta",
        "dieses unternehmen verwendet einen sicheren service von meta",
    ]

    /// Names under which some exports put notices of a group.
    static let systemAuthors: Set<String> = ["système", "systeem", "system", "sistema", "whatsapp", "Система"]

    /// What only notices of a group say.
    static let groupNotices = [
        " created group", " created this group", "you created group", "you created this group", " added you",
        " a créé le groupe", "vous avez créé le groupe", " vous a ajouté", " heeft de groep", "u hebt de groep",
        "je hebt de groep", " hat die gruppe", "du hast die gruppe", " creó el grupo", "creaste el grupo",
        " criou o grupo", "você criou o grupo", "criou o grupo", " создал", "this group's", "to this group",
        "changed the subject", "joined using this group",
    ]

    /// What only notices say, wherever it stands: such a line has no author, whatever colon is in it.
    static let noticeParts = [
        " created group \"", " created group “", " changed the subject ", " changed the group description",
        " changed this group's ", " joined using this group's invite link", " a créé le groupe « ",
        " a créé le groupe \"",
        " a changé le sujet", " a modifié le sujet", " a changé l'objet", " heeft de groep ",
        " heeft het onderwerp", " hat den betreff ", " hat die gruppe ", " creó el grupo ", " cambió el asunto ",
        " criou o grupo ", " mudou o assunto", " pinned a message", " turned on admin approval",
    ]

    /// What a notice of a changed number says.
    static let numberChanges = [
        "changed their phone number", " changed to +", "a changé de numéro de téléphone", "a changé pour +",
        "heeft een nieuw telefoonnummer", "hat die telefonnummer gewechselt", "cambió su número", "mudou o número",
        "mudou de número", "сменил номер",
    ]
}
