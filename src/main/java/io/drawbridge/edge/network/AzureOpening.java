package io.drawbridge.edge.network;

import io.drawbridge.graph.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * A way for packets of the internet to an address in a virtual network, as far as addresses go: what filters let through is another
 * question.
 *
 * @param ports that they arrive at
 * @param openWithoutGroup proof that they arrive where no network security group filters them; empty where a group has to let them in
 * @param evidence the public address and what sends on
 */
record AzureOpening(AzureEndpoint endpoint, PortSet ports, boolean isV6, Optional<Evidence> openWithoutGroup, List<Evidence> evidence) {

  AzureOpening {
    evidence = List.copyOf(evidence);
  }
}
