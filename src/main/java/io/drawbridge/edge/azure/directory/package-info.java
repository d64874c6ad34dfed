/** Entra ID: who holds which role and permission of the directory, over the tenant, a unit or an object, and what each leads to. */
@NullMarked
package io.drawbridge.edge.azure.directory;

import org.jspecify.annotations.NullMarked;
