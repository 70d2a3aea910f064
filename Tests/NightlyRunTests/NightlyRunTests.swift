import Testing

@testable import NightlyRun
