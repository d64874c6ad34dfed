package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ChildGaps;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.ObjectOwner;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Owners add credentials to applications and service principals, and members to groups, also to those that hold directory roles.
 *
 * <p>An owner that is an application needs a permission of Microsoft Graph besides, the one that is limited to what it owns. Sources:
 * Microsoft Graph, "Add owner"; Microsoft Graph permissions reference, {@code Application.ReadWrite.OwnedBy}, {@code Group.Create};
 * Microsoft Entra, "Use Microsoft Entra groups to manage role assignments"; "Restricted
 * management administrative units", which keep owners out. <b>Not modelled:</b> owners of devices.
 */
final class ObjectOwnership implements EdgeRule {

  private static final Operation OF_GROUPS = new Operation("graph", "groups-owners");
  private static final Operation OF_APPLICATIONS = new Operation("graph", "applications-owners");
  private static final Operation OF_PRINCIPALS = new Operation("graph", "servicePrincipals-owners");

  @Override
  public List<Operation> reads() {
    return List.of(OF_GROUPS, OF_APPLICATIONS, OF_PRINCIPALS, CredentialRestrictions.DEFAULT, new Operation("graph", "appManagementPolicies"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.APPLICATION_OWNER, EntraTechniques.GROUP_OWNER);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (ObjectOwner link : estate.inventory().all(ObjectOwner.class)) {
      if (Directory.of(estate).canAct(link.owner())) {
        edges(estate, link).forEach(sink::edge);
      }
    }
    var inventory = estate.inventory();
    ChildGaps.of(estate, OF_GROUPS, inventory.all(EntraGroup.class).stream().map(EntraGroup::id).toList(), "who owns the group is not known")
        .forEach(sink::gap);
    ChildGaps.of(estate, OF_APPLICATIONS, inventory.all(Application.class).stream().map(Application::id).toList(), "who owns the application is not known")
        .forEach(sink::gap);
    ChildGaps.of(estate, OF_PRINCIPALS, inventory.all(ServicePrincipal.class).stream().map(ServicePrincipal::id).toList(),
        "who owns the service principal is not known").forEach(sink::gap);
  }

  private static List<Edge> edges(Estate estate, ObjectOwner link) {
    Optional<EntraGroup> group = estate.inventory().find(EntraGroup.class, link.owned());
    if (group.isPresent()) {
      boolean open = CredentialTargets.takesMembers(group.get()) && !TenantSets.of(estate).isRestricted(link.owned())
          && mayManage(estate, link.owner(), "Group.Create");
      return open ? List.of(edge(link, EdgeKind.CAN_ADD_MEMBER, EntraTechniques.GROUP_OWNER.id())) : List.of();
    }
    boolean application = estate.inventory().find(Application.class, link.owned()).isPresent();
    boolean takesCredential = (application || CredentialTargets.of(estate).takesCredential(link.owned()))
        && mayManage(estate, link.owner(), "Application.ReadWrite.OwnedBy");
    if (!takesCredential) {
      return List.of();
    }
    Edge plain = edge(link, EdgeKind.OWNS, EntraTechniques.APPLICATION_OWNER.id());
    return application ? List.of(plain) : restricted(estate, plain, link.owned());
  }

  private static List<Edge> restricted(Estate estate, Edge plain, EntraId principal) {
    CredentialRestrictions restrictions = CredentialRestrictions.of(estate);
    Proof proof = plain.proof().and(new Proof(List.of(), restrictions.unread(principal.tenant())));
    Edge edge = Edge.of(plain.from(), plain.to(), plain.kind(), plain.technique(), proof, plain.cost());
    return DecisionEdges.of(edge, Deciding.and(new Decision.Allowed(List.of()), restrictions.of(principal)), plain.from());
  }

  /** People need nothing but the ownership. */
  private static boolean mayManage(Estate estate, EntraId owner, String permission) {
    return estate.inventory().find(ServicePrincipal.class, owner).isEmpty() || AppRoles.of(estate).holds(owner, permission);
  }

  private static Edge edge(ObjectOwner link, EdgeKind kind, String technique) {
    return Edge.of(link.owner(), link.owned(), kind, technique, Observed.grant(link, "/id", link.owner().objectId()), Likelihood.EASY.cost());
  }
}
