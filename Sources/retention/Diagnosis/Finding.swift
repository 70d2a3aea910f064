/// What `doctor` found at one point: how it is, and what to do about it.
struct Finding: Encodable {
    enum State: String, Encodable { case ok, warning, failed }

    let check: String
    let state: State
    let what: String
    /// Nil where nothing is to be done.
    let remedy: String?
    /// The exit code that a run would end with for it; 0 where it would not end.
    let code: Int32

    static func ok(_ check: String, _ what: String) -> Finding {
        Finding(check: check, state: .ok, what: what, remedy: nil, code: 0)
    }

    static func warning(_ check: String, _ what: String, remedy: String) -> Finding {
        Finding(check: check, state: .warning, what: what, remedy: remedy, code: 0)
    }

    static func failed(_ check: String, _ code: Code, _ what: String, remedy: String) -> Finding {
        Finding(check: check, state: .failed, what: what, remedy: remedy, code: code.rawValue)
    }

    /// What `body` finds; an error of it is a finding itself.
    static func of(_ check: String, _ body: () throws -> [Finding]) -> [Finding] {
        do {
            return try body()
        } catch {
            let failure = Failure(error)
            return [.failed(check, failure.code, failure.what, remedy: failure.remedy)]
        }
    }
}
