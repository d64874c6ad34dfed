package io.drawbridge.store.neo4j;

/** What can happen to the stored graph, in the order in which a load does it: ends before edges, edges away before nodes away. */
enum Change {
  PUT_EVIDENCE("write/put-evidence"),
  PUT_NODE("write/put-nodes"),
  RETIRE_EDGE("write/retire-edges"),
  PUT_EDGE("write/put-edges"),
  RETIRE_NODE("write/retire-nodes"),
  DROP_EVIDENCE("write/drop-evidence");

  private final String statement;

  Change(String statement) {
    this.statement = statement;
  }

  /** Carries out the changes of this kind in a range of places; doing it again changes nothing. */
  CypherStatement statement() {
    return CypherCatalog.statement(statement);
  }
}
