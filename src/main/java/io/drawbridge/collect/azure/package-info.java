/** Floor 5: live collection from Azure and Entra; the only importer of the Azure SDKs. */
@NullMarked
package io.drawbridge.collect.azure;

import org.jspecify.annotations.NullMarked;
