// Purpose: what can be gained from some nodes, along edges of any kind through which control passes
// Parameters: from
// Columns: id, hops
// Bounds: one row per node that is reached, the starts included
MATCH (start:Node)
WHERE start.id IN $from
MATCH path = ANY SHORTEST (start)-[:!CONTAINS]->*(reached:Node)
RETURN reached.id AS id, min(length(path)) AS hops
ORDER BY id
