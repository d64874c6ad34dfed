// Purpose: a snapshot is known by its id
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE CONSTRAINT snapshot_id IF NOT EXISTS FOR (snapshot:Snapshot) REQUIRE snapshot.id IS UNIQUE
