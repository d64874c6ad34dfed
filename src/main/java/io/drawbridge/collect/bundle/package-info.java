/** Floor 5: bundles: redacted answers with their coverage, as files that are whole or refused. */
@NullMarked
package io.drawbridge.collect.bundle;

import org.jspecify.annotations.NullMarked;
