package io.drawbridge.edge.azure;

import io.drawbridge.inventory.azure.NetworkAccess;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;

/** What a store asks of the network that a caller comes from, beside its permission. */
final class Reach {

  private Reach() {}

  static List<Requirement> of(String store, NetworkAccess network) {
    if (!network.restricted()) {
      return List.of();
    }
    List<String> letIn = new ArrayList<>();
    if (!network.publicDisabled()) {
      letIn.addAll(network.addresses());
      network.subnets().forEach(subnet -> letIn.add(subnet.text()));
    }
    return List.of(new Requirement("azure:network", "In", letIn, false, "the request comes from a network that `" + store + "` lets in"));
  }
}
