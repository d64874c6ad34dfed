// Purpose: deletes evidence that nothing refers to
// Parameters: load, first, end
// Columns: none
// Bounds: the changes from place $first to before $end
MATCH (change:Change {load: $load})
WHERE change.place >= $first AND change.place < $end
MATCH (evidence:Evidence {hash: change.hash})
DELETE evidence
