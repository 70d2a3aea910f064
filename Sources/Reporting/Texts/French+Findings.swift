/// What the compliance report says of what deviates, and of what stays open.
extension French {
    static let findings: [Text: String] = [
        .findingPromise: "Phrase de la politique publiée non tenue~: {promise}. {found}",
        .findingUnclassifiedNights:
            "Plus de 5~% de la base sans rôle ou finalité connus pendant {n} nuit~: celle du {date}.|Plus de 5~% de la base sans rôle ou finalité connus pendant {n} nuits, le plus dans celle du {date}.",
        .findingFailedEarlier:
            "Des opérations dues ont échoué pendant {n} nuit, celle du {date}, et plus à la fin de la période.|Des opérations dues ont échoué pendant {n} nuits, la dernière celle du {date}, et plus à la fin de la période.",
        .both: "{first} {second}",
        .answerNoneSeen: "Rien de constaté",
        .sentenceEarlyUnproven: "Que rien de plus jeune que son délai n’ait été changé (B10) n’est pas prouvé.",
        .sentenceOverdueGrace:
            "Rien n’est en retard~; {n} opération attend la fin du délai de grâce.|Rien n’est en retard~; environ {n} opérations attendent la fin du délai de grâce.",
        .sentenceOverdueGraceFew:
            "Rien n’est en retard~; moins de {few} opérations attendent la fin du délai de grâce.",
        .sizeLess: "<~{size}",
        .annexQuoted:
            "Le nom, la base légale, le responsable, le motif et la source de chaque règle sont cités tels que le fichier de règles les écrit, dans sa langue.",
        .sentenceEarlyFailed:
            "{n} conversation plus jeune que son délai a changé.|{n} conversations plus jeunes que leur délai ont changé.",
        .sentenceEarlyNone:
            "Chaque nuit, un échantillon de ce qui était plus jeune que son délai a été relu~: rien n’y a changé (B10).",
    ]
}
