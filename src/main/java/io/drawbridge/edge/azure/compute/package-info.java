/** What of Azure runs as which identity, who runs code on it, and who gives identities to compute of their own. */
@NullMarked
package io.drawbridge.edge.azure.compute;

import org.jspecify.annotations.NullMarked;
