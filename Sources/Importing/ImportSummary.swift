import StorePort

/// What came of one file. It holds no name: a file is known by its place in the list and a short keyed hash.
package struct ImportSummary: Sendable, Equatable {
    /// From 1, of `count`.
    package var file: Int
    package var count: Int
    /// Eight hex digits of a keyed hash of the file's path.
    package var shortHash: String
    /// What it was read as; nil where it could not be read as anything.
    package var kind: ImportedSource.Kind?
    /// Messages read, those among them that were imported before, and those without a usable date.
    package var messages = 0
    package var duplicates = 0
    package var undated = 0
    package var notices = 0
    package var media = 0
    package var calls = 0
    /// Files that were taken out of a zip into the media folder.
    package var files = 0
    /// Delivery receipts and other payload parts of which nothing is kept.
    package var statuses = 0
    /// Lines or records that found no place. Should be 0.
    package var unplaced = 0
    /// Conversations that this file opened, and those among them whose role or purpose is unknown.
    package var conversations = 0
    package var unclassified = 0
    /// How the order of day and month was known; nil where there was none to know.
    package var dateOrder: DateOrder?
    package var dateOrderEvidence: DateOrderEvidence?
    package var isGroup = false
    /// What kept the file, or a part of it, out.
    package var fault: ImportFault?

    package init(file: Int, of count: Int, shortHash: String) {
        (self.file, self.count, self.shortHash) = (file, count, shortHash)
    }

    /// Messages that are in the store because of this file.
    package var added: Int { messages - duplicates }
}
