// Purpose: stores edges: the type is the kind, the key makes it that edge
// Parameters: load, first, end
// Columns: none
// Bounds: the changes from place $first to before $end
MATCH (change:Change {load: $load})
WHERE change.place >= $first AND change.place < $end
MATCH (from:Node {id: change.from})
MATCH (to:Node {id: change.to})
MERGE (from)-[edge:$(change.kind) {key: change.key}]->(to)
ON CREATE SET edge.since = change.load
SET edge = change {.*, since: edge.since, from: null, to: null, kind: null, load: null, place: null, operation: null}
