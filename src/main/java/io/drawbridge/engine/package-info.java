/** Floor 3: the published snapshot as arrays, and the searches over them that every question shares. */
@NullMarked
package io.drawbridge.engine;

import org.jspecify.annotations.NullMarked;
