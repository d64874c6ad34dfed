/** Floor 5: GraphQL over HTTP, the pages, and who may speak to them; the only place that knows Vert.x. */
@NullMarked
package io.drawbridge.api.http;

import org.jspecify.annotations.NullMarked;
