// Purpose: analysts look nodes up by name
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE INDEX node_name IF NOT EXISTS FOR (node:Node) ON (node.name)
