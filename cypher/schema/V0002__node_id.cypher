// Purpose: a node is known by its id
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE CONSTRAINT node_id IF NOT EXISTS FOR (node:Node) REQUIRE node.id IS UNIQUE
