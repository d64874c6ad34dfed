// Purpose: begins a load; fails while another one is open
// Parameters: id, graphHash, created, nodes, edges, changes, percent, completeness
// Columns: none
// Bounds: one node
CREATE (:Snapshot {
  id: $id, state: 'STAGED', open: true, graphHash: $graphHash, created: $created,
  nodes: $nodes, edges: $edges, changes: $changes, percent: $percent, completeness: $completeness
})
