/** Who can do an action on a resource of Azure, of the directory or of Microsoft Graph, and what a principal can do: it asks all rooms. */
@NullMarked
package io.drawbridge.edge.azure.access;

import org.jspecify.annotations.NullMarked;
