/** The registry of the Azure and Entra rules. */
@NullMarked
package io.drawbridge.edge.azure.rules;

import org.jspecify.annotations.NullMarked;
