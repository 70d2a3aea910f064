import GRDB

extension Row {
    /// A column's value, of the type that the schema promises. A damaged file may hold another: that is an error, where
    /// GRDB's subscript would end the process.
    func get<Value: DatabaseValueConvertible>(_ column: String) throws -> Value { try decode(forColumn: column) }

    func get<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value { try decode(atIndex: index) }
}
