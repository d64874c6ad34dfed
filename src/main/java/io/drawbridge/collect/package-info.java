/** Floor 3: what comes in at the door: input files within limits, redaction, and the report of what became of each file. */
@NullMarked
package io.drawbridge.collect;

import org.jspecify.annotations.NullMarked;
