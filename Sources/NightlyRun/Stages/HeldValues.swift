import StorePort
import Verification

/// Which of the values that were found in the store's files a row of the store holds now: they are no residue.
struct HeldValues {
    private(set) var all = ResidueHits()
    /// Those of them that stand in tables alone that the data map does not list: nobody erases them there.
    private(set) var unlisted = ResidueHits()

    init(_ found: ResidueHits, of values: ResidueValues, in store: any NightStore) throws {
        guard found.count > 0 else { return }
        let (sought, places) = found.values(of: values)
        let search = ResidueSearch(sought)
        try look(search, for: found.count, in: store)
        // A manifest is full of hexadecimal digits, of which nine in a row may happen to be somebody's number.
        if all.count < found.count {
            try store.read { snapshot in
                for segment in try snapshot.segments() {
                    try (snapshot.manifest(ofSegment: segment.name) ?? []).withUnsafeBytes {
                        search.scan($0, into: &all)
                    }
                }
            }
        }
        all.texts = Set(all.texts.map { places[$0] })
        unlisted.texts = Set(unlisted.texts.map { places[$0] })
    }

    /// Most of what is found is the number or the name of somebody who stays: those are among the first rows.
    private mutating func look(_ search: ResidueSearch, for count: Int, in store: any NightStore) throws {
        var texts = JoinedTexts(search)
        var (hits, listed) = (ResidueHits(), ResidueHits?.none)
        // Tables that are not listed come last.
        try store.eachStoredText { text in
            if !text.isListed, listed == nil {
                texts.finish(into: &hits)
                listed = hits
            }
            texts.add(text.bytes, into: &hits)
            return hits.count < count
        }
        texts.finish(into: &hits)
        (all, unlisted) = (hits, hits)
        unlisted.subtract(listed ?? hits)
    }
}
