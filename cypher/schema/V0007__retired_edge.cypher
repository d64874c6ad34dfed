// Purpose: the history of an edge is found by its key
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE INDEX retired_edge IF NOT EXISTS FOR (edge:RetiredEdge) ON (edge.key)
