// Purpose: deletes everything but the schema, so that it can be loaded anew
// Parameters: limit
// Columns: deleted
// Bounds: at most $limit nodes
MATCH (node)
WHERE NOT node:SchemaVersion
WITH node LIMIT $limit
DETACH DELETE node
RETURN count(*) AS deleted
