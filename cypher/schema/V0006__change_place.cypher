// Purpose: a change has one place in its load
// Parameters: none
// Columns: none
// Bounds: one change of the schema
CREATE CONSTRAINT change_place IF NOT EXISTS FOR (change:Change) REQUIRE (change.load, change.place) IS UNIQUE
