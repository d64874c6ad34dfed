/** The identity providers, identity pools and vendors that AWS roles trust, and who commands them. */
@NullMarked
package io.drawbridge.edge.aws.trust;

import org.jspecify.annotations.NullMarked;
