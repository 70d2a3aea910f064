extension Int {
    /// So many things in English: "1 file", "2 files".
    /// - Parameter noun: in the singular; its plural ends in s.
    package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
