/** Trust between the clouds and towards them: tokens of one issuer that another accepts. */
@NullMarked
package io.drawbridge.edge.federation;

import org.jspecify.annotations.NullMarked;
