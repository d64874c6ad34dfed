// Purpose: which changes of the schema were made
// Parameters: none
// Columns: number, name, checksum
// Bounds: one row per change
MATCH (version:SchemaVersion)
RETURN version.number AS number, version.name AS name, version.checksum AS checksum
ORDER BY number
