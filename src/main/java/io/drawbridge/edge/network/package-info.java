/**
 * Effective reach: which ports of which hosts packets really arrive at, from the internet and from other hosts, by evaluation of every rule on the
 * way and back.
 *
 * <p>Common to both clouds are addresses ({@code IpBlock}, {@code BlockIndex}), what filters say of them ({@code PacketFilter}, asked about a
 * {@code Peer}), attackers on the internet ({@code Attackers}), and how reach is drawn: {@code Exposure} by {@code ReachEdges}, and between hosts
 * {@code Senders} to {@code Receivers} by {@code ReachSets}, so that it costs hosts and rules and not pairs. A cloud's half sorts its hosts into
 * places that filters and routes do not tell apart ({@code AwsPlaces}, {@code AzurePlaces}), and says what gets from one place to another.
 */
@NullMarked
package io.drawbridge.edge.network;

import org.jspecify.annotations.NullMarked;
