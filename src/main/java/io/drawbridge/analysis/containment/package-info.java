/** Floor 4: which reversible actions cut a compromised identity off. */
@NullMarked
package io.drawbridge.analysis.containment;

import org.jspecify.annotations.NullMarked;
