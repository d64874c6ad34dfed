// Purpose: every edge of the graph
// Parameters: none
// Columns: from, to, kind, edge
// Bounds: one row per edge, streamed
MATCH (from:Node)-[edge]->(to:Node)
RETURN from.id AS from, to.id AS to, type(edge) AS kind, edge {.*} AS edge
