/** AWS authorization: policies as documents and what they decide, without I/O. */
@NullMarked
package io.drawbridge.policy.aws;

import org.jspecify.annotations.NullMarked;
