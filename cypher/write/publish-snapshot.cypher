// Purpose: ends a load: the database now holds it
// Parameters: id
// Columns: none
// Bounds: one node
MATCH (snapshot:Snapshot {id: $id})
SET snapshot.state = 'PUBLISHED', snapshot.open = null
