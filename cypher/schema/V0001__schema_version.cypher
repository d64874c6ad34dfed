// Purpose: each change of the schema is recorded once
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE CONSTRAINT schema_version IF NOT EXISTS FOR (version:SchemaVersion) REQUIRE version.number IS UNIQUE
