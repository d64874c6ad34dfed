// Purpose: from here on a load is finished, never dropped; no row when it is not staged any more
// Parameters: id
// Columns: id
// Bounds: one node
MATCH (snapshot:Snapshot {id: $id, state: 'STAGED'})
SET snapshot.state = 'APPLYING'
RETURN snapshot.id AS id
