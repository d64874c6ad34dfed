// Purpose: evidence is stored once
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE CONSTRAINT evidence_hash IF NOT EXISTS FOR (evidence:Evidence) REQUIRE evidence.hash IS UNIQUE
