// Purpose: where in a load each kind of change begins and ends, in the order in which they are carried out
// Parameters: load
// Columns: operation, first, end
// Bounds: one row per operation
MATCH (change:Change {load: $load})
RETURN change.operation AS operation, min(change.place) AS first, max(change.place) + 1 AS end
ORDER BY first
