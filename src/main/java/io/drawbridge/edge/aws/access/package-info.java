/** Who can do an action on a resource, and what a principal can do: the questions behind {@code who-can} and {@code what-can}. */
@NullMarked
package io.drawbridge.edge.aws.access;

import org.jspecify.annotations.NullMarked;
