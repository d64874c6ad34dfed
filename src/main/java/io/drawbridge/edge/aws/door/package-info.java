/** Resource policies and public addresses as doors: what lets in callers of other accounts and the public. */
@NullMarked
package io.drawbridge.edge.aws.door;

import org.jspecify.annotations.NullMarked;
