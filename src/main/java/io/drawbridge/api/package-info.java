/** Floor 5: the GraphQL service: what a request may ask, what it may cost, and how it fails; knows no HTTP. */
@NullMarked
package io.drawbridge.api;

import org.jspecify.annotations.NullMarked;
