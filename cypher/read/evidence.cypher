// Purpose: all evidence
// Parameters: none
// Columns: evidence
// Bounds: one row per piece, streamed
MATCH (evidence:Evidence)
RETURN evidence {.*} AS evidence
