/** Floor 4: what can this identity reach. */
@NullMarked
package io.drawbridge.analysis.blastradius;

import org.jspecify.annotations.NullMarked;
