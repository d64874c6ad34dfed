/** Floor 1: the graph as plain values and the one vocabulary of its nodes and edges. */
@NullMarked
package io.drawbridge.graph;

import org.jspecify.annotations.NullMarked;
