package io.drawbridge.edge.azure.directory;

import static io.drawbridge.edge.azure.directory.DirectoryPower.ADMIT_FOREIGN_USERS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.AUTHENTICATE_PASS_THROUGH;
import static io.drawbridge.edge.azure.directory.DirectoryPower.CONFIGURE_WINDOWS_DEVICES;
import static io.drawbridge.edge.azure.directory.DirectoryPower.RUN_SCRIPTS_ON_DEVICES;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_DOMAINS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_FEDERATION;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_SYNCHRONISED_PASSWORDS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_USER_ATTRIBUTES;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AgentBlueprint;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.Device;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each power over the directory reaches: in the whole tenant, in one administrative unit, or over one object.
 *
 * <p>An object in a unit with restricted management is out of reach of everyone but those whose role is limited to such a unit of the
 * object's; permissions of Microsoft Graph do not reach it at all. Intune's policies and an issuer's tokens change nothing of the
 * object and pass. Source: Microsoft Entra, "Restricted management administrative units".
 */
final class PowerReach {

  /** What leaves the object itself as it is, so that restricted management does not keep it out; and what makes sense over a whole tenant only. */
  private static final Set<DirectoryPower> PASSING = EnumSet.of(WRITE_USER_ATTRIBUTES, ADMIT_FOREIGN_USERS, WRITE_DOMAINS, WRITE_FEDERATION, WRITE_SYNCHRONISED_PASSWORDS,
      AUTHENTICATE_PASS_THROUGH, RUN_SCRIPTS_ON_DEVICES, CONFIGURE_WINDOWS_DEVICES);

  private static final String WINDOWS = "windows";

  /** Systems that Intune runs scripts on. */
  private static final Set<String> SCRIPTED = Set.of(WINDOWS, "mac", "linux");

  private final TenantSets sets;
  private final CredentialTargets targets;
  private final FederatedDomains domains;
  private final Set<EntraId> blueprints = new HashSet<>();
  private final Map<EntraId, Resource> objects = new HashMap<>();
  private final Map<String, List<EntraId>> byTenant = new HashMap<>();
  private final Map<Question, CapabilitySet> known = new HashMap<>();

  /** @param scope the tenant, unit or object, as an id */
  private record Question(DirectoryPower power, String scope) {}

  private PowerReach(Estate estate) {
    this.sets = TenantSets.of(estate);
    this.targets = CredentialTargets.of(estate);
    this.domains = FederatedDomains.of(estate);
    var inventory = estate.inventory();
    inventory.all(AgentBlueprint.class).forEach(each -> blueprints.add(each.id()));
    inventory.all(Application.class).forEach(each -> add(each.id(), each));
    inventory.all(ServicePrincipal.class).forEach(each -> add(each.id(), each));
    inventory.all(EntraGroup.class).forEach(each -> add(each.id(), each));
    inventory.all(EntraUser.class).forEach(each -> add(each.id(), each));
    inventory.all(Device.class).forEach(each -> add(each.id(), each));
  }

  private void add(EntraId id, Resource object) {
    objects.put(id, object);
    byTenant.computeIfAbsent(id.tenant(), none -> new ArrayList<>()).add(id);
  }

  static PowerReach of(Estate estate) {
    return estate.view(PowerReach.class, PowerReach::new);
  }

  CapabilitySet inTenant(DirectoryPower power, String tenant) {
    return known.computeIfAbsent(new Question(power, "entra://" + tenant), question -> set(question, power.kind() == EdgeKind.CAN_ESCALATE_TO
        ? List.of(new Member(new PrivilegeId(tenant, DirectoryRolePower.GLOBAL_ADMIN), Proof.of(List.of())))
        : members(power, byTenant.getOrDefault(tenant, List.of()).stream().filter(id -> PASSING.contains(power) || !sets.isRestricted(id)))));
  }

  CapabilitySet inUnit(DirectoryPower power, EntraId unit) {
    return known.computeIfAbsent(new Question(power, unit.text()), question ->
        set(question, PASSING.contains(power) ? List.of() : members(power, sets.unit(unit).stream().sorted().filter(id -> sets.isManagedFrom(unit, id)))));
  }

  /** The object itself, if the power is one over such objects. */
  CapabilitySet over(DirectoryPower power, EntraId object) {
    return set(new Question(power, object.text()), PASSING.contains(power) ? List.of()
        : members(power, Stream.of(object).filter(id -> !sets.isRestricted(id))));
  }

  private static CapabilitySet set(Question question, List<Member> members) {
    return CapabilitySet.of(question.power.capability(), question.scope, List.of(), members);
  }

  private List<Member> members(DirectoryPower power, Stream<EntraId> ids) {
    return ids.flatMap(id -> Optional.ofNullable(objects.get(id)).stream()).filter(object -> covers(power, object))
        .map(each -> new Member(each.id(), Observed.fact(each, "/id", each.id().text()))).toList();
  }

  /** A power to administer the tenant is worth nothing over a part of it. */
  private boolean covers(DirectoryPower power, Resource object) {
    return switch (power) {
      case ADMINISTER_TENANT, ASSIGN_ROLES, GRANT_PERMISSIONS -> false;
      case WRITE_APPLICATION_CREDENTIALS, WRITE_APPLICATION_OWNERS -> object instanceof Application;
      case WRITE_BLUEPRINT_CREDENTIALS -> object instanceof Application application && blueprints.contains(application.id());
      case WRITE_SINGLE_TENANT_CREDENTIALS, WRITE_SINGLE_TENANT_OWNERS -> object instanceof Application application && application.singleTenant();
      case WRITE_PRINCIPAL_CREDENTIALS, WRITE_PRINCIPAL_OWNERS -> object instanceof ServicePrincipal principal && targets.takesCredential(principal.id());
      case WRITE_GROUP_MEMBERS -> object instanceof EntraGroup group && isPlain(group);
      case WRITE_SECURITY_GROUP_MEMBERS -> object instanceof EntraGroup group && isPlain(group) && !group.unified();
      case WRITE_UNIFIED_GROUP_MEMBERS -> object instanceof EntraGroup group && isPlain(group) && group.unified();
      case WRITE_ROLE_GROUP_MEMBERS -> object instanceof EntraGroup group && CredentialTargets.takesMembers(group) && group.assignableToRole();
      case SCHEDULE_GROUP_MEMBERS -> object instanceof EntraGroup group && CredentialTargets.takesMembers(group);
      case WRITE_GROUP_RULES -> object instanceof EntraGroup group && isRuled(group);
      case WRITE_SECURITY_GROUP_RULES -> object instanceof EntraGroup group && isRuled(group) && !group.unified();
      case WRITE_UNIFIED_GROUP_RULES -> object instanceof EntraGroup group && isRuled(group) && group.unified();
      case WRITE_USER_ATTRIBUTES, ADMIT_FOREIGN_USERS -> object instanceof EntraGroup group && isRuled(group)
          && MembershipRule.fitsWhoWritesAttributes(group.membership().rule());
      case WRITE_DOMAINS -> object instanceof EntraUser user && isAnchored(user);
      case WRITE_FEDERATION -> object instanceof EntraUser user && isAnchored(user) && domains.hasCustomDomain(user.id().tenant());
      case WRITE_SYNCHRONISED_PASSWORDS -> object instanceof EntraUser user && ResettableUsers.kept().test(user) && user.onPremisesSynced();
      case AUTHENTICATE_PASS_THROUGH -> object instanceof EntraUser user && ResettableUsers.kept().test(user) && user.onPremisesSynced()
          && !domains.isFederated(user.id().tenant(), user.domain());
      case RUN_SCRIPTS_ON_DEVICES -> object instanceof Device device && isRunning(device, SCRIPTED);
      case CONFIGURE_WINDOWS_DEVICES -> object instanceof Device device && isRunning(device, Set.of(WINDOWS));
    };
  }

  /** A user whom the issuer of a federated domain can name. */
  private static boolean isAnchored(EntraUser user) {
    return ResettableUsers.kept().test(user) && user.anchored();
  }

  private static boolean isRunning(Device device, Set<String> systems) {
    String system = ResourceId.lowerCase(device.operatingSystem());
    return device.managed() && device.accountEnabled() && systems.stream().anyMatch(system::startsWith);
  }

  private static boolean isPlain(EntraGroup group) {
    return CredentialTargets.takesMembers(group) && !group.assignableToRole();
  }

  private static boolean isRuled(EntraGroup group) {
    return group.membership().dynamic() && !group.membership().onPremisesSynced();
  }
}
