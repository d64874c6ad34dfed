// Purpose: loads that are under way or died
// Parameters: none
// Columns: id, state
// Bounds: one row at most, by constraint
MATCH (snapshot:Snapshot {open: true})
RETURN snapshot.id AS id, snapshot.state AS state
