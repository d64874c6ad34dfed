/** Floor 1: what a decision of either cloud says, and what remains to be known. */
@NullMarked
package io.drawbridge.policy;

import org.jspecify.annotations.NullMarked;
