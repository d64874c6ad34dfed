// Purpose: remembers that a change of the schema was made
// Parameters: number, name, checksum
// Columns: none
// Bounds: one node
CREATE (:SchemaVersion {number: $number, name: $name, checksum: $checksum})
