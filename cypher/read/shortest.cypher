// Purpose: how many steps it takes from one node to another along edges through which control passes
// Parameters: from, to
// Columns: hops
// Bounds: no row or one
MATCH (start:Node {id: $from})
MATCH (end:Node {id: $to})
MATCH path = ANY SHORTEST (start)-[:!CONTAINS]->*(end)
RETURN length(path) AS hops
