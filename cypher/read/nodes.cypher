// Purpose: every node of the graph
// Parameters: none
// Columns: node
// Bounds: one row per node, streamed
MATCH (node:Node)
RETURN node {.*} AS node
