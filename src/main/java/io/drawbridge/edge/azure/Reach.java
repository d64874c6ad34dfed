package io.drawbridge.edge.azure;

import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.NetworkAccess;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a store asks of the network that a caller comes from, beside its permission.
 *
 * <p>One requirement for all stores, so that those that ask are one class and a grant on many of them stays one edge; which networks a
 * store lets in is evidence on the store's own side.
 */
public final class Reach {

  private static final List<Requirement> FROM_INSIDE =
      List.of(new Requirement("azure:network", "In", List.of(), false, "the request comes from a network that the store lets in"));

  private Reach() {}

  public static List<Requirement> of(NetworkAccess network) {
    return network.restricted() ? FROM_INSIDE : List.of();
  }

  /** The networks that are let in; nothing where all are. */
  public static Proof proof(Resource store, NetworkAccess network) {
    if (!network.restricted()) {
      return network.defaultDeny() ? Observed.network(store, "/properties/networkAcls", "a rule lets anybody in: " + String.join(", ", network.addresses()))
          : Proof.of(List.of());
    }
    List<String> letIn = new ArrayList<>(network.publicDisabled() ? List.of() : network.addresses());
    if (!network.publicDisabled()) {
      network.subnets().forEach(subnet -> letIn.add(subnet.text()));
    }
    String pointer = network.publicDisabled() ? "/properties/publicNetworkAccess" : "/properties/networkAcls";
    return Observed.network(store, pointer, letIn.isEmpty() ? "private endpoints only" : String.join(", ", letIn));
  }
}
