package io.drawbridge.edge.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.Subscription;
import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Power over a whole scope: what a fresh principal could do that was given any role there, under the estate's deny assignments.
 *
 * <p>Who may write role assignments gives itself whatever role it likes; so the power takes in every action, and every action on data.
 */
public final class ScopePowers {

  static final String SUBSCRIPTION_OWNER = "SubscriptionOwner";

  /** Of a resource group, or of one resource. */
  static final String SCOPE_OWNER = "ScopeOwner";

  private static final String FRESH = "fresh-principal";
  private static final RoleDefinition EVERYTHING = new RoleDefinition(new DocumentRef("/", "fresh-owner"), "everything", "everything", false,
      List.of(new Permission(List.of("*"), List.of(), List.of("*"), List.of(), "", "")));

  /** The power as a role, held by nobody. */
  static final AzureRoles ROLES = new AzureRoles(Map.of(EVERYTHING.guid(), EVERYTHING), List.of(), List.of());

  private final SortedMap<ArmId, Proof> subscriptions = new TreeMap<>();
  private final SortedMap<ArmId, Proof> lower = new TreeMap<>();

  private ScopePowers(Estate estate) {
    AzureAuthorization authorization = AzureAuthorization.of(estate);
    for (Subscription subscription : estate.inventory().all(Subscription.class)) {
      subscriptions.put(subscription.id(), Observed.fact(subscription, "/id", subscription.id().text()));
    }
    for (Grant grant : Grants.of(estate).of(List.of(RoleAssignmentWriting.ACTION), false)) {
      if (isBelowSubscription(grant.scope())) {
        lower.putIfAbsent(grant.scope(), at(authorization, grant));
      }
    }
    RewritableRoles.of(estate).all().stream().filter(one -> isBelowSubscription(one.scope())).forEach(one -> lower.putIfAbsent(one.scope(), one.proof()));
  }

  static ScopePowers of(Estate estate) {
    return estate.view(ScopePowers.class, ScopePowers::new);
  }

  /** Subscriptions, each with what proves that it is there. */
  SortedMap<ArmId, Proof> subscriptions() {
    return subscriptions;
  }

  /** Scopes below a subscription at which somebody may write role assignments. */
  SortedMap<ArmId, Proof> lower() {
    return lower;
  }

  public static PrivilegeId over(ArmId scope) {
    return new PrivilegeId(scope.text(), isBelowSubscription(scope) ? SCOPE_OWNER : SUBSCRIPTION_OWNER);
  }

  /** True for what no document says, but is supposed of a fresh principal. */
  static boolean isSupposed(DocumentRef document) {
    return document.equals(EVERYTHING.document());
  }

  /** What each power was given. */
  List<Grant> grants() {
    Map<ArmId, Proof> all = new HashMap<>(subscriptions);
    all.putAll(lower);
    List<Grant> grants = new ArrayList<>();
    new TreeMap<>(all).forEach((scope, proof) -> grants.add(grant(scope, proof)));
    return grants;
  }

  private static Grant grant(ArmId scope, Proof proof) {
    var assignment = new RoleAssignment(EVERYTHING.document(), scope, EVERYTHING.guid(), FRESH, "", scope, "", "");
    return new Grant(over(scope), FRESH, scope, false, List.of(assignment), proof);
  }

  private static Proof at(AzureAuthorization authorization, Grant grant) {
    return authorization.of(grant.assignments().getFirst());
  }

  private static boolean isBelowSubscription(ArmId scope) {
    return scope.resourceGroup().isPresent();
  }
}
