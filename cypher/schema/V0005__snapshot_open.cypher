// Purpose: at most one load is under way
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE CONSTRAINT snapshot_open IF NOT EXISTS FOR (snapshot:Snapshot) REQUIRE snapshot.open IS UNIQUE
