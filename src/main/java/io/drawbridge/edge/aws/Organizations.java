package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.ControlPolicy;
import io.drawbridge.inventory.aws.ControlPolicyTargets;
import io.drawbridge.inventory.aws.Organization;
import io.drawbridge.inventory.aws.OrganizationAccount;
import io.drawbridge.inventory.aws.OrganizationParent;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which control policies bear on which account, level by level.
 *
 * <p>Source: Organizations User Guide, "SCP evaluation" and "Resource control policies (RCPs)": the management account is under neither;
 * every root, unit and account has at least one SCP while they are on; RCPFullAWSAccess is on everything and cannot be detached.
 */
public final class Organizations {

  static final String SCP = "SERVICE_CONTROL_POLICY";
  static final String RCP = "RESOURCE_CONTROL_POLICY";
  public static final Operation DESCRIBE_ORGANIZATION = new Operation("organizations", "describe-organization");
  static final Operation LIST_POLICIES = new Operation("organizations", "list-policies");
  static final Operation LIST_TARGETS = new Operation("organizations", "list-targets-for-policy");
  static final Operation DESCRIBE_POLICY = new Operation("organizations", "describe-policy");
  static final Operation LIST_PARENTS = new Operation("organizations", "list-parents");

  /** Policies of AWS's own that allow everything; their documents need not have been read. */
  private static final Map<String, String> FULL_ACCESS = Map.of("p-FullAWSAccess", SCP, "p-RCPFullAWSAccess", RCP);

  private static final int DEEPEST = 12;

  private final Estate estate;
  private final Map<String, String> organizationOf = new HashMap<>();
  private final Map<String, Organization> organizations = new HashMap<>();
  private final Map<Within, String> parentOf = new HashMap<>();
  private final Map<Within, ControlPolicy> policies = new HashMap<>();
  private final Map<Within, List<String>> policiesOn = new HashMap<>();
  private final Map<String, ControlLevels> known = new HashMap<>();

  Organizations(Estate estate) {
    this.estate = estate;
    var inventory = estate.inventory();
    inventory.all(Organization.class).forEach(organization -> {
      organizations.put(organization.organizationId(), organization);
      organizationOf.put(organization.managementAccountId(), organization.organizationId());
    });
    inventory.all(OrganizationAccount.class).forEach(account -> organization(account.id()).ifPresent(id -> organizationOf.put(account.accountId(), id)));
    inventory.all(OrganizationParent.class).forEach(parent -> parentOf.put(new Within(parent.scope(), parent.childId()), parent.parentId()));
    inventory.all(ControlPolicy.class).forEach(policy -> policies.put(new Within(policy.scope(), policy.policyId()), policy));
    inventory.all(ControlPolicyTargets.class).forEach(targets -> targets.targetIds().forEach(target ->
        policiesOn.computeIfAbsent(new Within(targets.scope(), target), none -> new ArrayList<>()).add(targets.policyId())));
  }

  /** An id within one organization, by its management account: AWS's own policies have the same ids in all. */
  private record Within(Scope management, String id) {}

  /** {@code arn:aws:organizations::<management account>:account/o-…/<account>}. */
  private static Optional<String> organization(Arn account) {
    String[] parts = account.resource().split("/", -1);
    return parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
  }

  /** The id of an account's organization; an empty list when it is known to be in none; empty when that is not known. */
  Optional<List<String>> organizationId(String account) {
    String listed = organizationOf.get(account);
    if (listed != null) {
      return Optional.of(List.of(listed));
    }
    if (estate.coverage().reading(Scope.account(account), DESCRIBE_ORGANIZATION) != Reading.READ) {
      return Optional.empty();
    }
    return switch (organizations.size()) {
      case 0 -> Optional.of(List.of());
      case 1 -> Optional.of(List.copyOf(organizations.keySet()));
      default -> Optional.empty();
    };
  }

  ControlLevels serviceControls(String account) {
    return known.computeIfAbsent(SCP + account, none -> levels(SCP, account));
  }

  ControlLevels resourceControls(String account) {
    return known.computeIfAbsent(RCP + account, none -> levels(RCP, account));
  }

  private ControlLevels levels(String kind, String account) {
    Optional<List<String>> organizationId = organizationId(account);
    if (organizationId.isEmpty()) {
      return ControlLevels.neverCollected(new Unread(Scope.account(account), DESCRIBE_ORGANIZATION.toString()));
    }
    if (organizationId.get().isEmpty()) {
      return ControlLevels.NONE;
    }
    Organization organization = organizations.get(organizationId.get().getFirst());
    if (organization == null) {
      return ControlLevels.neverCollected(new Unread(Scope.account(account), DESCRIBE_ORGANIZATION.toString()));
    }
    return organization.managementAccountId().equals(account) ? ControlLevels.NONE
        : new Climb(kind, Scope.account(organization.managementAccountId())).from(account);
  }

  /** One way up the tree. */
  private final class Climb {
    private final String kind;
    private final Scope management;
    private final List<Requirement> unreadable = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    Climb(String kind, Scope management) {
      this.kind = kind;
      this.management = management;
    }

    ControlLevels from(String account) {
      if (policiesOn.keySet().stream().noneMatch(on -> on.management().equals(management))) {
        missing(estate.coverage().reading(management, LIST_POLICIES) == Reading.READ ? Optional.empty() : Optional.of(LIST_POLICIES), account);
        return new ControlLevels(List.of(), unreadable, unread);
      }
      List<List<NamedPolicy>> levels = new ArrayList<>();
      String at = account;
      for (int depth = 0; at != null && depth < DEEPEST; depth++) {
        List<NamedPolicy> level = level(at);
        if (!level.isEmpty()) {
          levels.addFirst(level);
        }
        at = above(at);
      }
      untargeted();
      return new ControlLevels(levels, unreadable, unread);
    }

    private @org.jspecify.annotations.Nullable String above(String at) {
      String parent = parentOf.get(new Within(management, at));
      if (parent == null && !at.startsWith("r-")) {
        missing(Optional.of(LIST_PARENTS), at);
      }
      return parent;
    }

    private List<NamedPolicy> level(String target) {
      List<NamedPolicy> level = new ArrayList<>();
      boolean someUnread = false;
      for (String id : policiesOn.getOrDefault(new Within(management, target), List.of())) {
        ControlPolicy policy = policies.get(new Within(management, id));
        if (policy != null && policy.kind().equals(kind)) {
          level.add(policy.policy());
        } else if (policy == null && kind.equals(FULL_ACCESS.get(id))) {
          level.add(fullAccess(kind));
        } else if (policy == null && !FULL_ACCESS.containsKey(id)) {
          someUnread = true;
          unreadable.add(Unreadable.of(DESCRIBE_POLICY.toString(), id, "control policy"));
        }
      }
      if (level.isEmpty() && !someUnread && kind.equals(SCP)) {
        missing(Optional.of(LIST_TARGETS), target);
      }
      if (someUnread || (kind.equals(RCP) && !level.isEmpty())) {
        level.add(fullAccess(kind));
      }
      return level;
    }

    private static NamedPolicy fullAccess(String kind) {
      String id = kind.equals(SCP) ? "p-FullAWSAccess" : "p-RCPFullAWSAccess";
      return StatedPolicy.everything("arn:aws:organizations::aws:policy/" + ResourceId.lowerCase(kind) + "/" + id, "aws:full-access");
    }

    /** Policies of which nobody read what they are on. */
    private void untargeted() {
      boolean known = policies.values().stream().filter(policy -> policy.kind().equals(kind) && policy.scope().equals(management))
          .allMatch(policy -> estate.inventory().find(ControlPolicyTargets.class, targetsOf(policy)).isPresent());
      if (!known) {
        missing(Optional.of(LIST_TARGETS), "");
      }
    }

    private ResourceId targetsOf(ControlPolicy policy) {
      return Arn.of("organizations", "", policy.origin().scope().id(), "targets/" + policy.policyId());
    }

    private void missing(Optional<Operation> operation, String subject) {
      operation.ifPresent(needed -> {
        if (estate.coverage().reading(management, needed, subject) == Reading.UNREADABLE) {
          unreadable.add(Unreadable.of(needed.toString(), subject, "control policies"));
        } else {
          unread.add(new Unread(management, needed.toString()));
        }
      });
    }
  }
}
