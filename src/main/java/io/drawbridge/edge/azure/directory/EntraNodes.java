package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.inventory.azure.AdministrativeUnit;
import io.drawbridge.inventory.azure.AuthorizationPolicy;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy;
import io.drawbridge.inventory.azure.Device;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.inventory.azure.Tenant;
import java.util.List;
import java.util.stream.Stream;

/** A node for every object of a directory, and one for each directory role that is defined or held there. */
public final class EntraNodes implements NodeRule {

  @Override
  public Stream<Node> derive(Estate estate) {
    var all = estate.inventory();
    return Stream.of(
            all.all(Tenant.class).stream().map(it -> tenant(it, all.all(AuthorizationPolicy.class))),
            all.all(EntraUser.class).stream().map(EntraNodes::user),
            all.all(EntraGroup.class).stream().map(EntraNodes::group),
            all.all(Application.class).stream().map(it -> with(node(it.id(), NodeKind.APPLICATION, it.name()), "appId", it.appId())),
            all.all(ServicePrincipal.class).stream().map(EntraNodes::servicePrincipal),
            all.all(Device.class).stream().map(it -> with(node(it.id(), NodeKind.DEVICE, it.name()), "operatingSystem", it.operatingSystem())),
            all.all(AdministrativeUnit.class).stream()
                .map(it -> node(it.id(), NodeKind.ADMINISTRATIVE_UNIT, it.name()).withFact("restricted", String.valueOf(it.restricted()))),
            all.all(ConditionalAccessPolicy.class).stream()
                .map(it -> with(node(it.id(), NodeKind.CONDITIONAL_ACCESS_POLICY, it.name()), "state", it.state())),
            DirectoryRoles.of(estate).named().entrySet().stream().map(role -> node(role.getKey(), NodeKind.DIRECTORY_ROLE, role.getValue())))
        .flatMap(nodes -> nodes);
  }

  /** With what every user may do there by default. */
  private static Node tenant(Tenant tenant, List<AuthorizationPolicy> policies) {
    Node node = node(tenant.id(), NodeKind.TENANT, tenant.name());
    for (AuthorizationPolicy policy : policies) {
      if (policy.id().tenant().equals(tenant.id().tenant())) {
        node = with(node.withFact("usersRegisterApplications", String.valueOf(policy.registersApplications())), "invitesFrom", policy.invitesFrom())
            .withFact("usersConsentUnder", String.join(", ", policy.consent()));
      }
    }
    return node;
  }

  private static Node user(EntraUser user) {
    Node node = with(node(user.id(), NodeKind.ENTRA_USER, user.name()), "userPrincipalName", user.userPrincipalName());
    return with(node, "userType", user.userType()).withFact("enabled", String.valueOf(user.accountEnabled()));
  }

  private static Node group(EntraGroup group) {
    return node(group.id(), NodeKind.ENTRA_GROUP, group.name()).withFact("assignableToRole", String.valueOf(group.assignableToRole()))
        .withFact("dynamic", String.valueOf(group.membership().dynamic()));
  }

  private static Node servicePrincipal(ServicePrincipal principal) {
    Node node = with(node(principal.id(), NodeKind.SERVICE_PRINCIPAL, principal.name()), "appId", principal.appId());
    return with(node, "servicePrincipalType", principal.servicePrincipalType()).withFact("enabled", String.valueOf(principal.accountEnabled()));
  }

  private static Node node(EntraId id, NodeKind kind, String name) {
    return Node.of(id, kind, name, Scope.tenant(id.tenant()));
  }

  private static Node with(Node node, String fact, String value) {
    return value.isEmpty() ? node : node.withFact(fact, value);
  }
}
