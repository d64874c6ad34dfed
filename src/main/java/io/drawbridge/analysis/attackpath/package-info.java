/** Floor 4: how can an attacker get there. */
@NullMarked
package io.drawbridge.analysis.attackpath;

import org.jspecify.annotations.NullMarked;
