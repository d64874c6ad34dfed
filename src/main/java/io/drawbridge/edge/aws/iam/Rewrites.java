package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.PrincipalDocuments;
import io.drawbridge.edge.aws.Strangers;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.ManagedPolicy;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must be written to change the documents of a principal, and what it is afterwards.
 *
 * <p>A managed policy has at most five versions, so that where there are five one is deleted first. Source: IAM User Guide, "IAM and AWS
 * STS quotas", "Versioning IAM policies".
 */
final class Rewrites {

  private static final int MOST_VERSIONS = 5;

  private final Estate estate;
  private final Map<String, IamGroup> groups = new HashMap<>();
  private final Writes writes;
  private final OwnFacts facts;

  Rewrites(Estate estate, Writes writes) {
    this.estate = estate;
    this.writes = writes;
    this.facts = new OwnFacts(writes);
    estate.inventory().all(IamGroup.class).forEach(group -> groups.put(group.id().account() + "/" + group.name(), group));
  }

  /** Where the policies of a principal of the estate hang; nothing for a privilege. */
  Optional<Bearer> bearer(AwsIdentity identity) {
    return estate.inventory().find(IamUser.class, identity.node())
        .map(user -> Bearer.of(identity, user, user.groupNames().stream()
            .flatMap(name -> Optional.ofNullable(groups.get(user.id().account() + "/" + name)).stream()).toList()))
        .or(() -> estate.inventory().find(IamRole.class, identity.node()).map(role -> Bearer.of(identity, role)));
  }

  /** The changes of one kind that a principal's documents can undergo. */
  List<Change> of(Bearer bearer, Rewrite rewrite) {
    AwsIdentity identity = bearer.identity();
    String action = rewrite.action(identity.isUser());
    PrincipalDocuments now = identity.documents();
    Demand itself = writes.to(action, identity.arn(), bearer.tags(), bearer.boundaryArn());
    return switch (rewrite) {
      case ATTACH, INLINE -> List.of(change(bearer, "", List.of(itself), now.and(List.of(Strangers.ASSUMED))));
      case GROUP_ATTACH, GROUP_INLINE -> bearer.groups().stream()
          .map(group -> change(bearer, group.name(), List.of(writes.to(action, group.id(), Map.of(), "")), now.and(List.of(Strangers.ASSUMED)))).toList();
      case VERSION -> managed(bearer).map(policy -> version(bearer, action, policy)).toList();
      case OLD_VERSION -> managed(bearer).flatMap(policy -> older(bearer, action, policy)).toList();
      case UNBOUND -> now.isBounded() ? List.of(change(bearer, "", List.of(itself), now.withoutBoundary())) : List.of();
      case REBOUND -> now.isBounded()
          ? List.of(change(bearer, "", List.of(writes.bounding(action, identity.arn(), bearer.tags())), now.withoutBoundary())) : List.of();
      case BOUNDARY_VERSION -> now.isBounded()
          ? customers(bearer.boundaryArn()).map(arn -> change(bearer, "", written(action, arn), now.withoutBoundary())).toList() : List.of();
      case FACTOR -> facts.factors(bearer, action);
      case TAG -> facts.tags(bearer, action);
      case SESSION_TAG -> estate.inventory().find(IamRole.class, identity.arn()).map(role -> facts.sessionTags(bearer, action, role)).orElse(List.of());
    };
  }

  private Change version(Bearer bearer, String action, Arn policy) {
    PrincipalDocuments now = bearer.identity().documents();
    PrincipalDocuments after = read(policy).map(known -> now.replacing(known.policy(), Strangers.ASSUMED)).orElseGet(() -> now.and(List.of(Strangers.ASSUMED)));
    return change(bearer, policy.text(), written(action, policy), policy.text().equals(bearer.boundaryArn()) ? after.withoutBoundary() : after);
  }

  private Stream<Change> older(Bearer bearer, String action, Arn policy) {
    PrincipalDocuments now = bearer.identity().documents();
    Optional<ManagedPolicy> known = read(policy);
    List<NamedPolicy> versions = known.map(ManagedPolicy::olderVersions).orElse(List.of());
    return IntStream.range(0, versions.size()).mapToObj(i -> change(bearer, policy.text() + " version " + i,
        List.of(writes.toPolicy(action, policy)), now.replacing(known.orElseThrow().policy(), versions.get(i))));
  }

  private List<Demand> written(String action, Arn policy) {
    List<Demand> demands = new ArrayList<>(List.of(writes.toPolicy(action, policy)));
    if (read(policy).filter(known -> known.olderVersions().size() + 1 >= MOST_VERSIONS).isPresent()) {
      demands.add(writes.toPolicy("iam:DeletePolicyVersion", policy));
    }
    return demands;
  }

  private static Change change(Bearer bearer, String what, List<Demand> demands, PrincipalDocuments after) {
    return new Change(what, demands, bearer.identity().with(after));
  }

  /** The customer's own managed policies that apply; nobody writes a version of AWS's. */
  private static Stream<Arn> managed(Bearer bearer) {
    return Stream.concat(bearer.attached().stream(), bearer.groups().stream().flatMap(group -> group.attachedPolicyArns().stream())).distinct()
        .flatMap(Rewrites::customers);
  }

  private static Stream<Arn> customers(String policyArn) {
    return Arn.find(policyArn).filter(arn -> !arn.account().equals("aws")).stream();
  }

  private Optional<ManagedPolicy> read(Arn policy) {
    return estate.inventory().find(ManagedPolicy.class, policy);
  }
}
