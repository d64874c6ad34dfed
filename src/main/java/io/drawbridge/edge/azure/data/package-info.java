/** What Azure stores: vaults, storage, databases and images, and who reads them by roles, policies and keys. */
@NullMarked
package io.drawbridge.edge.azure.data;

import org.jspecify.annotations.NullMarked;
