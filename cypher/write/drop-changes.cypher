// Purpose: deletes changes that were carried out or dropped
// Parameters: limit
// Columns: deleted
// Bounds: at most $limit changes
MATCH (change:Change)
WITH change LIMIT $limit
DELETE change
RETURN count(*) AS deleted
