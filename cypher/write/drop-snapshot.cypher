// Purpose: forgets a load that was never carried out
// Parameters: id
// Columns: none
// Bounds: one node
MATCH (snapshot:Snapshot {id: $id})
DELETE snapshot
