package io.drawbridge.analysis.containment;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.NodeKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Users, service principals, and what they are members, owners and role holders of.
 *
 * <p>Source: Microsoft Graph v1.0 reference, "Update user", "revokeSignInSessions", "Update servicePrincipal", "Remove member",
 * "Remove directory role member"; Entra, "Revoke user access". A managed identity is never disabled: nothing documents that it
 * comes back as it was. <b>Not modelled:</b> users who are mastered on premises and groups with a membership rule, whose changes the
 * cloud refuses; role assignments in administrative units; roles that a customer approved for a partner's group, whose relationship has to be ended.
 */
final class EntraMeasures implements MeasureRule {

  private static final Set<EdgeKind> SIGNING_IN = Set.of(EdgeKind.CAN_FEDERATE, EdgeKind.SIGNS_IN_AS);

  @Override
  public void propose(Site site, Consumer<Measure> measures) {
    signIn(site, measures);
    if (site.image().id(site.from()) instanceof EntraId from && site.image().id(site.to()) instanceof EntraId to && isUnconditional(site)) {
      link(site, from, to, measures);
    }
  }

  private static void signIn(Site site, Consumer<Measure> measures) {
    boolean deed = Principals.DEEDS.contains(site.kind());
    if (deed && site.fromKind() == NodeKind.ENTRA_USER && site.image().id(site.from()) instanceof EntraId user) {
      measures.accept(disableUser(site.from(), user.objectId()));
    }
    if (deed && site.fromKind() == NodeKind.SERVICE_PRINCIPAL) {
      disableServicePrincipal(site.image(), site.from(), measures);
    }
    if (site.toKind() == NodeKind.SERVICE_PRINCIPAL && SIGNING_IN.contains(site.kind())) {
      disableServicePrincipal(site.image(), site.to(), measures);
    }
  }

  private static void link(Site site, EntraId from, EntraId to, Consumer<Measure> measures) {
    switch (site.kind()) {
      case MEMBER_OF -> {
        if (site.toKind() == NodeKind.ENTRA_GROUP) {
          measures.accept(leaveGroup(site, from.objectId(), to.objectId()));
        }
      }
      case HAS_ROLE -> {
        if (site.toKind() == NodeKind.DIRECTORY_ROLE && from.tenant().equals(to.tenant())) {
          measures.accept(leaveRole(site, from.objectId(), to.objectId()));
        }
      }
      case OWNS -> disown(site, from.objectId(), to.objectId(), measures);
      default -> {}
    }
  }

  private static Measure disableUser(int user, String id) {
    var runbook = new Runbook(
        List.of(Command.of("az", "ad", "user", "update", "--id", id, "--account-enabled", "false"),
            GraphCommands.call("POST", GraphCommands.GRAPH + "/users/" + id + "/revokeSignInSessions")),
        List.of("User.EnableDisableAccount.All", "User.RevokeSessions.All"),
        List.of(Command.of("az", "ad", "user", "update", "--id", id, "--account-enabled", "true")));
    return new Measure(ContainmentAction.DISABLE_ENTRA_USER, user, "", List.of(new Cut.OutOf(user, Principals.DEEDS)), false, runbook,
        List.of("sign-in and audit logs of user " + id, "its authentication methods and registered devices"));
  }

  private static void disableServicePrincipal(Image image, int principal, Consumer<Measure> measures) {
    if (!(image.id(principal) instanceof EntraId entra) || isManagedIdentity(image, principal)) {
      return;
    }
    String id = entra.objectId();
    var runbook = new Runbook(List.of(enable(id, false)), List.of("Application.ReadWrite.All"), List.of(enable(id, true)));
    measures.accept(new Measure(ContainmentAction.DISABLE_SERVICE_PRINCIPAL, principal, "",
        List.of(new Cut.OutOf(principal, Principals.DEEDS), new Cut.Into(principal, SIGNING_IN)), false, runbook,
        List.of("sign-in logs of service principal " + id, "the credentials and federated credentials of its application")));
  }

  private static Command enable(String servicePrincipal, boolean enabled) {
    return GraphCommands.call(
        "PATCH", GraphCommands.GRAPH + "/servicePrincipals/" + servicePrincipal, "{\"accountEnabled\":" + enabled + "}");
  }

  /** What compute runs as is one; so is what its record says is one. */
  private static boolean isManagedIdentity(Image image, int principal) {
    Rows in = image.reverse();
    for (int row = in.start(principal); row < in.end(principal); row++) {
      if (image.edgeKind(in.edge(row)) == EdgeKind.RUNS_AS) {
        return true;
      }
    }
    return "ManagedIdentity".equalsIgnoreCase(image.node(principal).facts().getOrDefault("servicePrincipalType", ""));
  }

  private static Measure leaveGroup(Site site, String member, String group) {
    var runbook = new Runbook(
        List.of(Command.of("az", "ad", "group", "member", "remove", "--group", group, "--member-id", member)),
        List.of("GroupMember.ReadWrite.All"),
        List.of(Command.of("az", "ad", "group", "member", "add", "--group", group, "--member-id", member)));
    return between(ContainmentAction.REMOVE_GROUP_MEMBER, site, group, runbook);
  }

  private static Measure leaveRole(Site site, String holder, String template) {
    String members = GraphCommands.GRAPH + "/directoryRoles/roleTemplateId=" + template + "/members/";
    var runbook = new Runbook(List.of(GraphCommands.call("DELETE", members + holder + "/$ref")),
        List.of("RoleManagement.ReadWrite.Directory"),
        List.of(GraphCommands.call("POST", members + "$ref", GraphCommands.reference(holder))));
    return between(ContainmentAction.REMOVE_DIRECTORY_ROLE, site, template, runbook);
  }

  private static void disown(Site site, String owner, String owned, Consumer<Measure> measures) {
    String collection = switch (site.toKind()) {
      case APPLICATION -> "/applications/";
      case SERVICE_PRINCIPAL -> "/servicePrincipals/";
      case ENTRA_GROUP -> "/groups/";
      default -> "";
    };
    if (!collection.isEmpty()) {
      String owners = GraphCommands.GRAPH + collection + owned + "/owners/";
      String permission = site.toKind() == NodeKind.ENTRA_GROUP ? "Group.ReadWrite.All" : "Application.ReadWrite.All";
      var runbook = new Runbook(List.of(GraphCommands.call("DELETE", owners + owner + "/$ref")), List.of(permission),
          List.of(GraphCommands.call("POST", owners + "$ref", GraphCommands.reference(owner))));
      measures.accept(between(ContainmentAction.REMOVE_OWNER, site, owned, runbook));
    }
  }

  private static Measure between(ContainmentAction action, Site site, String detail, Runbook runbook) {
    return new Measure(action, site.from(), detail, List.of(new Cut.Between(site.from(), site.to(), Set.of(site.kind()))), false, runbook,
        List.of("directory audit logs of " + site.image().idText(site.from())));
  }

  /** False where a way in is only eligible: taking the standing one away leaves it. */
  private static boolean isUnconditional(Site site) {
    Rows out = site.image().forward();
    for (int row = out.start(site.from()); row < out.end(site.from()); row++) {
      boolean parallel = out.neighbour(row) == site.to() && site.image().edgeKind(out.edge(row)) == site.kind();
      if (parallel && !site.image().decodeTerm(out.term(row)).condition().isNone()) {
        return false;
      }
    }
    return true;
  }
}
