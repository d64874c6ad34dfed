// Purpose: takes nodes out of the graph into its history; their edges went before
// Parameters: load, first, end
// Columns: none
// Bounds: the changes from place $first to before $end
MATCH (change:Change {load: $load})
WHERE change.place >= $first AND change.place < $end
MATCH (node:Node {id: change.id})
CREATE (retired:RetiredNode)
SET retired = node {.*, until: change.load}
DETACH DELETE node
