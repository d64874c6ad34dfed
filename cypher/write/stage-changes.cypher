// Purpose: writes changes down without carrying them out; again changes nothing
// Parameters: changes
// Columns: none
// Bounds: one batch
UNWIND $changes AS row
MERGE (change:Change {load: row.load, place: row.place})
SET change = row
