// Purpose: the loads, newest first
// Parameters: limit
// Columns: snapshot
// Bounds: at most $limit rows
MATCH (snapshot:Snapshot)
RETURN snapshot {.*} AS snapshot
ORDER BY snapshot.id DESC
LIMIT $limit
