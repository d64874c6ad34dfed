// Purpose: stores nodes: one label by kind besides Node
// Parameters: load, first, end
// Columns: none
// Bounds: the changes from place $first to before $end
MATCH (change:Change {load: $load})
WHERE change.place >= $first AND change.place < $end
MERGE (node:Node {id: change.id})
ON CREATE SET node.since = change.load
WITH change, node, node.since AS since, [label IN labels(node) WHERE label <> 'Node'] AS former
REMOVE node:$(former)
SET node:$(change.label), node = change {.*, since: since, label: null, load: null, place: null, operation: null}
