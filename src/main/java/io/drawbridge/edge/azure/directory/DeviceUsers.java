package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ChildGaps;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.Device;
import io.drawbridge.inventory.azure.DeviceUser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Code on a device finds the tokens of the people who sign in there: its registered owners and users.
 *
 * <p>Source: Microsoft Entra, "What is a Primary Refresh Token". <b>Not modelled:</b> people who sign in without being registered; tokens in
 * hardware that code on the device uses but does not take away.
 */
final class DeviceUsers implements EdgeRule {

  private static final Operation OWNERS = new Operation("graph", "devices-registeredOwners");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "devices"), OWNERS, new Operation("graph", "devices-registeredUsers"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.DEVICE_TOKEN);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<EntraId> enabled = estate.inventory().all(Device.class).stream().filter(Device::accountEnabled).map(Device::id).toList();
    Set<EntraId> devices = enabled.stream().collect(Collectors.toSet());
    for (DeviceUser link : estate.inventory().all(DeviceUser.class)) {
      if (devices.contains(link.device()) && Directory.of(estate).canAct(link.user())) {
        sink.edge(Edge.of(link.device(), link.user(), EdgeKind.HOLDS_CREDENTIAL, EntraTechniques.DEVICE_TOKEN.id(),
            Observed.fact(link, "/id", link.user().objectId()), Likelihood.LIKELY.cost()));
      }
    }
    ChildGaps.of(estate, OWNERS, enabled, "who signs in on the device is not known").forEach(sink::gap);
  }
}
