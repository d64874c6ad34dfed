/** Floor 0: the names that everything else is told in: clouds, scopes, resource ids, documents. */
@NullMarked
package io.drawbridge.cloud;

import org.jspecify.annotations.NullMarked;
