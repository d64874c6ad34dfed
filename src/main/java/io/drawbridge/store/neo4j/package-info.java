/**
 * Floor 5: the store in Neo4j: the official driver, the Cypher catalogue, and the server that Drawbridge starts itself.
 *
 * <pre>
 *   Neo4jStores ─► Neo4jChild (a JVM of its own) ─┐
 *              └─► any other server (--neo4j-uri) ┴─► Neo4jDatabase ─► Neo4jGraphStore ─► cypher/
 * </pre>
 */
@NullMarked
package io.drawbridge.store.neo4j;

import org.jspecify.annotations.NullMarked;
