/** Floor 3: from an inventory to a graph: what every edge rule shares. */
@NullMarked
package io.drawbridge.edge;

import org.jspecify.annotations.NullMarked;
