package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers the effective documents and the known context of every user and role. */
final class Identities {

  private static final String TAG = "aws:principaltag/";

  private final Estate estate;
  private final Organizations organizations;
  private final ManagedPolicies managed;
  private final SessionStarts starts;
  private final Map<String, IamGroup> groups = new HashMap<>();
  private final Map<String, String> partitions = new HashMap<>();
  private final SortedSet<String> mentionedTags = new TreeSet<>();

  Identities(Estate estate, Organizations organizations, ManagedPolicies managed, Collection<String> mentioned, SessionStarts starts) {
    this.estate = estate;
    this.organizations = organizations;
    this.managed = managed;
    this.starts = starts;
    estate.inventory().all(IamGroup.class).forEach(group -> groups.put(group.id().account() + "/" + group.name(), group));
    mentionedTags.addAll(mentioned.stream().filter(key -> key.startsWith(TAG)).map(key -> key.substring(TAG.length())).toList());
  }

  SortedMap<ResourceId, AwsIdentity> all() {
    SortedMap<ResourceId, AwsIdentity> all = new TreeMap<>();
    estate.inventory().all(IamUser.class).forEach(user -> all.put(user.id(), of(user)));
    estate.inventory().all(IamRole.class).forEach(role -> all.put(role.id(), of(role)));
    return all;
  }

  PrincipalContext context(String account) {
    return new PrincipalContext(organizations.organizationId(account), mentionedTags);
  }

  private AwsIdentity of(IamUser user) {
    partitions.put(user.id().account(), user.id().partition());
    List<NamedPolicy> identity = new ArrayList<>(user.inlinePolicies());
    identity.addAll(attached(user.attachedPolicyArns()));
    for (String name : user.groupNames()) {
      Optional.ofNullable(groups.get(user.id().account() + "/" + name)).map(this::policies).ifPresent(identity::addAll);
    }
    return new AwsIdentity(user.id(), user.id(), documents(identity, user.boundaryArn(), user.id(), false),
        starting(user.id(), context(user.id().account()).user(user.id(), user.userId(), user.tags()), false));
  }

  private AwsIdentity of(IamRole role) {
    partitions.put(role.id().account(), role.id().partition());
    List<NamedPolicy> identity = new ArrayList<>(role.inlinePolicies());
    identity.addAll(attached(role.attachedPolicyArns()));
    boolean serviceLinked = role.id().resource().startsWith("role/aws-service-role/");
    return new AwsIdentity(role.id(), role.id(), documents(identity, role.boundaryArn(), role.id(), serviceLinked),
        starting(role.id(), context(role.id().account()).role(role.id(), role.roleId(), role.tags()), true));
  }

  /** What is known of when the principal's credentials were issued: a user's keys have no such time. */
  private SortedMap<String, List<String>> starting(Arn principal, SortedMap<String, List<String>> known, boolean session) {
    starts.of(principal.account()).ifPresent(start -> known.put(SessionStarts.KEY, session ? start : List.of()));
    return known;
  }

  /**
   * A fresh principal that may do everything that the account's control policies and the resources' own policies leave: whoever can make
   * one is that (DESIGN §2).
   */
  AwsIdentity administrator(String account) {
    var node = new PrivilegeId(account, "AccountAdmin");
    Arn arn = Arn.of(partition(account), "iam", "", account, "role/drawbridge-fresh-administrator");
    SortedMap<String, List<String>> known = starting(arn, context(account).role(arn, "AROAFRESHADMINISTRATOR", new TreeMap<>()), true);
    known.keySet().removeIf(key -> key.startsWith(TAG));
    return new AwsIdentity(node, arn, documents(List.of(StatedPolicy.everything(node.text(), "drawbridge:administrator")), "", arn, false), known);
  }

  /** The partition that an account is of, as its principals' ARNs say. */
  String partition(String account) {
    return partitions.getOrDefault(account, "aws");
  }

  Optional<IamGroup> group(String account, String name) {
    return Optional.ofNullable(groups.get(account + "/" + name));
  }

  /** What a group gives its members. */
  List<NamedPolicy> policies(IamGroup group) {
    return Stream.concat(group.inlinePolicies().stream(), attached(group.attachedPolicyArns()).stream()).toList();
  }

  private List<NamedPolicy> attached(List<String> arns) {
    return arns.stream().map(managed::find).flatMap(Optional::stream).toList();
  }

  PrincipalDocuments documents(List<NamedPolicy> identity, String boundaryArn, Arn principal, boolean serviceLinked) {
    ControlLevels controls = serviceLinked ? ControlLevels.NONE : organizations.serviceControls(principal.account());
    List<Requirement> unreadable = new ArrayList<>(controls.unreadable());
    Optional<List<NamedPolicy>> boundary = Optional.empty();
    if (!boundaryArn.isEmpty()) {
      boundary = managed.find(boundaryArn).map(List::of);
      if (boundary.isEmpty()) {
        unreadable.add(Unreadable.ofBoundary(boundaryArn));
      }
    }
    return new PrincipalDocuments(identity, boundary, controls.levels(), unreadable, controls.unread());
  }
}
