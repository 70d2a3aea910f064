/// Numbers of persons come on standard input. On a command line others see them: in the list of processes, in the
/// shell's history, in the mail that cron sends.
enum GivenNumbers {
    /// - Throws: `Failure` (64) where an argument is a telephone number. It is not repeated.
    static func refuse(_ arguments: [String]) throws {
        // Our own number is nobody's secret.
        for (argument, before) in zip(arguments, [""] + arguments) where before != "--ours" && isNumber(argument) {
            throw Failure(
                .usage, "a telephone number stands on the command line, where others can see it",
                remedy: "give numbers on standard input, to `retention hold add --numbers` or `retention explain "
                    + "--persons`; a conversation by its own number")
        }
    }

    /// No number has more digits, `00` before its country code included; ids of other programs have.
    private static let most = 17

    /// Nothing but digits and what stands between them, and more of them than a date or a count of ours has. A path that
    /// says so by its first sign is none.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.filter { ("0"..."9").contains($0) }.count
        guard digits <= most, !text.hasPrefix("/"), !text.hasPrefix("."),
            text.allSatisfy({ ("0"..."9").contains($0) || " +-./()".contains($0) })
        else { return false }
        return digits > 8 || (digits > 6 && text.hasPrefix("+"))
    }
}
