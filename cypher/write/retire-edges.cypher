// Purpose: takes edges out of the graph into its history
// Parameters: load, first, end
// Columns: none
// Bounds: the changes from place $first to before $end
MATCH (change:Change {load: $load})
WHERE change.place >= $first AND change.place < $end
MATCH (from:Node {id: change.from})
MATCH (to:Node {id: change.to})
WITH change, from, to
MATCH (from)-[edge:$(change.kind) {key: change.key}]->(to)
CREATE (retired:RetiredEdge)
SET retired = edge {.*, from: change.from, to: change.to, kind: change.kind, until: change.load}
DELETE edge
