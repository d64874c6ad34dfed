// Purpose: the history of a node is found by its id
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE INDEX retired_node IF NOT EXISTS FOR (node:RetiredNode) ON (node.id)
