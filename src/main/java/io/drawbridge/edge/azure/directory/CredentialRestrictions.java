package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.AppManagementPolicy;
import io.drawbridge.inventory.azure.AppManagementTarget;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What policies of application management ask of a new credential of a service principal.
 *
 * <p>Where passwords are blocked, a certificate is added instead; and to an application a federated credential, which no policy blocks. So only a
 * policy that asks for certificates of a trusted authority besides restricts, and only at service principals. A policy of its own takes the place of
 * the tenant's default. They only restrict: never collected, the unread side is named. Source: Microsoft Graph, application authentication methods
 * policy; Microsoft Entra, "Configure restrictions on how applications can be configured". <b>Not modelled:</b> callers who are excepted; that an
 * older service principal may be spared.
 */
final class CredentialRestrictions {

  static final Operation DEFAULT = new Operation("graph", "defaultAppManagementPolicy");

  private static final Requirement TRUSTED = new Requirement("entra:trusted-certificate", "Bool", List.of("true"), false,
      "a certificate of an authority that the tenant trusts is added, or the policy spares older service principals");

  private final Estate estate;
  private final Set<String> byDefault = new HashSet<>();
  private final Map<EntraId, Boolean> assigned = new HashMap<>();
  private final Map<CapabilitySetId, List<Share>> known = new HashMap<>();

  /** Service principals of which the same is asked. */
  record Share(CapabilitySet set, List<Requirement> requirements) {}

  private CredentialRestrictions(Estate estate) {
    this.estate = estate;
    Map<EntraId, AppManagementPolicy> policies = new HashMap<>();
    for (AppManagementPolicy policy : estate.inventory().all(AppManagementPolicy.class)) {
      policies.put(policy.id(), policy);
      if (policy.tenantDefault() && policy.trustedCertificatesOnly()) {
        byDefault.add(policy.id().tenant());
      }
    }
    for (AppManagementTarget link : estate.inventory().all(AppManagementTarget.class)) {
      AppManagementPolicy policy = policies.get(link.policy());
      if (policy != null) {
        assigned.put(link.target(), policy.trustedCertificatesOnly());
      }
    }
  }

  static CredentialRestrictions of(Estate estate) {
    return estate.view(CredentialRestrictions.class, CredentialRestrictions::new);
  }

  List<Requirement> of(EntraId principal) {
    List<Requirement> asked = new ArrayList<>();
    if (assigned.getOrDefault(principal, byDefault.contains(principal.tenant()))) {
      asked.add(TRUSTED);
    }
    if (reading(principal.tenant()) == Reading.UNREADABLE) {
      asked.add(new Requirement("unread:" + DEFAULT, "Absent", List.of(), false, "no policy of application management that could not be read blocks the credential"));
    }
    return List.copyOf(asked);
  }

  /** The tenant's default, when nobody asked for it. */
  List<Unread> unread(String tenant) {
    return reading(tenant) == Reading.NEVER_COLLECTED ? List.of(new Unread(Scope.tenant(tenant), DEFAULT.toString())) : List.of();
  }

  private Reading reading(String tenant) {
    return estate.coverage().reading(Scope.tenant(tenant), DEFAULT);
  }

  /** A set of service principals by what is asked of them. */
  List<Share> shares(CapabilitySet set) {
    return known.computeIfAbsent(set.id(), none -> divide(set));
  }

  private List<Share> divide(CapabilitySet set) {
    Map<List<Requirement>, List<Member>> byRequirements = new LinkedHashMap<>();
    set.members().forEach(member -> byRequirements.computeIfAbsent(asked(member.id()), none -> new ArrayList<>()).add(member));
    List<Share> shares = new ArrayList<>();
    byRequirements.forEach((requirements, members) -> shares.add(new Share(
        CapabilitySet.of(set.id().capability() + SignIns.suffix(requirements), set.id().scope(), List.of(), members), requirements)));
    return shares;
  }

  private List<Requirement> asked(ResourceId id) {
    return id instanceof EntraId principal ? of(principal) : List.of();
  }
}
