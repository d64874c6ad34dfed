/** What Azure and Entra let an identity do, and the edges that follow from it. */
@NullMarked
package io.drawbridge.edge.azure;

import org.jspecify.annotations.NullMarked;
