// Purpose: which server answers
// Parameters: none
// Columns: name, version
// Bounds: one row
CALL dbms.components() YIELD name, versions
RETURN name, versions[0] AS version
