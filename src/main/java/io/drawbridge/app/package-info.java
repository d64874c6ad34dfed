/** Floor 6: the command line and the only place that puts the parts together. */
@NullMarked
package io.drawbridge.app;

import org.jspecify.annotations.NullMarked;
