/** Floor 2: what was read, what was not, and how that is told in every answer. */
@NullMarked
package io.drawbridge.coverage;

import org.jspecify.annotations.NullMarked;
