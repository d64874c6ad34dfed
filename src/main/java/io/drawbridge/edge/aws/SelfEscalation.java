package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A principal that is an administrator of its account, or gives itself that power by writing a policy that applies to itself.
 *
 * <p>Whether the new policy would help is asked with it in place: a boundary, a deny that stays or a control policy that remains may leave
 * the principal as weak as it was, and then nothing is drawn (DESIGN §2, privileges), unless it can make one that is free of them.
 * Source: IAM User Guide, "Policy evaluation logic" and "Permissions boundaries"; IAM API reference. <b>Not modelled:</b> removing a deny
 * first; a group that makes an administrator only with what its new member has already; versions of a policy that are there already.
 */
final class SelfEscalation implements EdgeRule {

  private static final String ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";

  /** One call that puts policies on the caller, those policies, and the one that they replace, if any. */
  private record Way(
      String technique, String action, Arn resource, Map<String, List<String>> context, List<NamedPolicy> gained, Optional<NamedPolicy> replaced) {
    static Way of(String technique, String action, Arn resource, String boundaryArn) {
      return new Way(technique, action, resource, attaching(action, boundaryArn), List.of(Strangers.ASSUMED), Optional.empty());
    }

    static Way version(Arn policy, Optional<NamedPolicy> replaced) {
      return new Way("iam-001", "iam:CreatePolicyVersion", policy, Map.of(), List.of(Strangers.ASSUMED), replaced);
    }

    static Way membership(IamGroup group, List<NamedPolicy> policies) {
      return new Way("iam-013", "iam:AddUserToGroup", group.id(), Map.of(), policies, Optional.empty());
    }
  }

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var power = new Power(authorization, new AdministratorPanel(authorization),
        new FreshPrincipals(authorization, new Writes(new ResourceContext(authorization.mentions()))), sink);
    Map<String, IamGroup> groups = new HashMap<>();
    estate.inventory().all(IamGroup.class).forEach(group -> groups.put(group.id().account() + "/" + group.name(), group));
    Map<String, List<Way>> administrative = administrative(authorization, power.panel, groups.values());
    for (AwsIdentity identity : authorization.identities()) {
      if (power.panel.isUnrestricted(identity)) {
        already(authorization, identity, power.panel.shown(identity), sink);
        continue;
      }
      power.made(identity);
      power.unbound(identity);
      ways(estate, authorization, identity, groups).forEach(way -> power.escalate(identity, way));
      if (identity.isUser()) {
        administrative.getOrDefault(identity.account(), List.of()).forEach(way -> power.escalate(identity, way));
      }
    }
  }

  /** By account, joining those groups whose policies alone make an administrator; a user joins only itself. */
  private static Map<String, List<Way>> administrative(AwsAuthorization authorization, AdministratorPanel panel, Collection<IamGroup> groups) {
    Map<String, List<Way>> ways = new HashMap<>();
    groups.stream().sorted(Comparator.comparing(IamGroup::id)).forEach(group -> {
      AwsIdentity fresh = authorization.administrator(group.id().account());
      PrincipalDocuments now = fresh.documents();
      List<NamedPolicy> policies = authorization.policies(group);
      if (panel.isUnrestricted(fresh.with(new PrincipalDocuments(policies, now.boundary(), now.scps(), now.unreadable(), now.unread())))) {
        ways.computeIfAbsent(group.id().account(), none -> new ArrayList<>()).add(Way.membership(group, policies));
      }
    });
    return ways;
  }

  private static void already(AwsAuthorization authorization, AwsIdentity identity, Ruling ruling, EdgeSink sink) {
    Edge plain = Edge.of(identity.node(), authorization.administrator(identity.account()).node(), EdgeKind.CAN_CONTROL, "aws-administrator",
        ruling.proof(), Likelihood.CERTAIN.cost());
    DecisionEdges.of(plain, ruling.decision(), identity.node()).forEach(sink::edge);
  }

  /** What a principal could do, were it stronger. */
  private record Power(AwsAuthorization authorization, AdministratorPanel panel, FreshPrincipals fresh, EdgeSink sink) {

    /** Administrators of its own making: what binds their maker does not bind them. */
    void made(AwsIdentity identity) {
      fresh.ways(identity).forEach((technique, decision) -> draw(identity, technique, Likelihood.LIKELY, decision));
    }

    /** Its own boundary gone. */
    void unbound(AwsIdentity identity) {
      fresh.unbound(identity).ifPresent(removes -> draw(identity, identity.isUser() ? "iam-022" : "iam-023", Likelihood.EASY,
          Decisions.and(removes, administers(identity.with(identity.documents().withoutBoundary())))));
    }

    void escalate(AwsIdentity identity, Way way) {
      Decision writes = authorization.decide(identity, way.action, way.resource.text(), identity.account(), Optional.empty(), way.context);
      if (writes.possible()) {
        draw(identity, way.technique, Likelihood.EASY, Decisions.and(writes, eventually(stronger(identity, way))));
      }
    }

    /** Once it may do everything, a boundary that it can take off does not hold it either. */
    private Decision eventually(AwsIdentity stronger) {
      Decision administers = administers(stronger);
      Optional<Decision> removes = administers instanceof Decision.Allowed ? Optional.empty() : fresh.unbound(stronger);
      return removes.map(removal -> better(administers, Decisions.and(removal, administers(stronger.with(stronger.documents().withoutBoundary())))))
          .orElse(administers);
    }

    private Decision administers(AwsIdentity identity) {
      return panel.isUnrestricted(identity) ? new Decision.Allowed(List.of()) : fresh.best(identity);
    }

    private static Decision better(Decision first, Decision second) {
      return FreeKeys.rank(second) < FreeKeys.rank(first) ? second : first;
    }

    private void draw(AwsIdentity identity, String technique, Likelihood likelihood, Decision decision) {
      var proof = new Proof(authorization.evidence(decision), identity.documents().unread());
      Edge plain = Edge.of(identity.node(), authorization.administrator(identity.account()).node(), EdgeKind.CAN_ESCALATE_TO, technique, proof,
          likelihood.cost());
      DecisionEdges.of(plain, decision, identity.node()).forEach(sink::edge);
    }
  }

  /** The principal with what a way puts on it, in place of another policy or beside them. */
  private static AwsIdentity stronger(AwsIdentity identity, Way way) {
    List<NamedPolicy> policies = new ArrayList<>(identity.documents().identity());
    way.replaced.ifPresent(policies::remove);
    policies.addAll(way.gained);
    PrincipalDocuments now = identity.documents();
    return identity.with(new PrincipalDocuments(policies, now.boundary(), now.scps(), now.unreadable(), now.unread()));
  }

  private static List<Way> ways(Estate estate, AwsAuthorization authorization, AwsIdentity identity, Map<String, IamGroup> groups) {
    List<Way> ways = new ArrayList<>();
    estate.inventory().find(IamUser.class, identity.node()).ifPresent(user -> {
      ways.add(Way.of("iam-007", "iam:PutUserPolicy", user.id(), user.boundaryArn()));
      ways.add(Way.of("iam-008", "iam:AttachUserPolicy", user.id(), user.boundaryArn()));
      versions(authorization, user.attachedPolicyArns(), ways);
      user.groupNames().stream().map(name -> Optional.ofNullable(groups.get(user.id().account() + "/" + name))).flatMap(Optional::stream)
          .forEach(group -> group(authorization, group, ways));
    });
    estate.inventory().find(IamRole.class, identity.node()).ifPresent(role -> {
      ways.add(Way.of("iam-005", "iam:PutRolePolicy", role.id(), role.boundaryArn()));
      ways.add(Way.of("iam-009", "iam:AttachRolePolicy", role.id(), role.boundaryArn()));
      versions(authorization, role.attachedPolicyArns(), ways);
    });
    return ways;
  }

  private static void group(AwsAuthorization authorization, IamGroup group, List<Way> ways) {
    ways.add(Way.of("iam-011", "iam:PutGroupPolicy", group.id(), ""));
    ways.add(Way.of("iam-010", "iam:AttachGroupPolicy", group.id(), ""));
    versions(authorization, group.attachedPolicyArns(), ways);
  }

  /** Policies of the customer's own; nobody writes a version of AWS's. */
  private static void versions(AwsAuthorization authorization, List<String> attached, List<Way> ways) {
    attached.stream().flatMap(arn -> Arn.find(arn).stream()).filter(arn -> !arn.account().equals("aws"))
        .forEach(arn -> ways.add(Way.version(arn, authorization.managedPolicy(arn.text()))));
  }

  /** What is known of a call on a principal: the boundary that it has, and the policy that an attachment names. */
  private static Map<String, List<String>> attaching(String action, String boundaryArn) {
    Map<String, List<String>> known = new HashMap<>();
    known.put("iam:PermissionsBoundary", boundaryArn.isEmpty() ? List.of() : List.of(boundaryArn));
    if (action.startsWith("iam:Attach")) {
      known.put("iam:PolicyARN", List.of(ADMINISTRATOR_ACCESS));
    }
    return known;
  }
}
