/**
 * Floor 3: the port to what is kept between runs.
 *
 * <pre>
 *   data directory ─┬─ bundles/     what was collected (written by collect)
 *                   ├─ images/      one image per snapshot, and which one is published
 *                   └─ neo4j/       the database of the child: a cache of the above
 * </pre>
 *
 * Questions are answered from the published image alone; the database holds the same graph for analysts' Cypher and history.
 */
@NullMarked
package io.drawbridge.store;

import org.jspecify.annotations.NullMarked;
