import Testing

@testable import Conversations
