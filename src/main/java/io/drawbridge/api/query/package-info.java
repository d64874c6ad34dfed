/** Floor 5: one module per topic of the schema; a new query is an SDL file, a module and a line in {@code QueryModules}. */
@NullMarked
package io.drawbridge.api.query;

import org.jspecify.annotations.NullMarked;
