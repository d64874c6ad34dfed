// Purpose: stores evidence by its hash
// Parameters: load, first, end
// Columns: none
// Bounds: the changes from place $first to before $end
MATCH (change:Change {load: $load})
WHERE change.place >= $first AND change.place < $end
MERGE (evidence:Evidence {hash: change.hash})
SET evidence = change {.*, load: null, place: null, operation: null}
