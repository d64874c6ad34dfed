/** Azure and Entra resources as records, and the parsers of what ARM, Resource Graph and Microsoft Graph answer. */
@NullMarked
package io.drawbridge.inventory.azure;

import org.jspecify.annotations.NullMarked;
