/** Effective reach: which ports of which compute packets from the internet really arrive at. */
@NullMarked
package io.drawbridge.edge.network;

import org.jspecify.annotations.NullMarked;
