/** Where attackers start and what must not fall: marks on the nodes of both clouds. */
@NullMarked
package io.drawbridge.edge.mark;

import org.jspecify.annotations.NullMarked;
