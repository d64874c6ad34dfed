/** Azure authorization: role and deny assignments and what they decide, without I/O. */
@NullMarked
package io.drawbridge.policy.azure;

import org.jspecify.annotations.NullMarked;
