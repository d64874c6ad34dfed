package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy.Subjects;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.GroupMember;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Conditional Access asks of people at Azure's own applications, beside what it asks at all of them: of whoever holds a user, to act in Azure.
 *
 * <p>Policies about every application are asked where somebody signs in as the user, and so is whether any were read. Service principals are no
 * users. Source: Microsoft Entra, "Conditional Access: Target resources", {@code Windows Azure Service Management API}. <b>Not modelled:</b>
 * policies of whose application nothing here is an edge, such as {@code Office365} and {@code MicrosoftAdminPortals}, whose operations pass by
 * command line; Microsoft Graph, which no policy names; data of other services than vaults and storage; what applications of the tenant's own ask
 * for, into which no edge leads.
 */
final class AzureSignIn {

  private static final String MANAGEMENT = "797f4846-ba00-4fd7-ba43-dac1f8f63013";

  /** Azure Key Vault and Azure Storage, by what actions on data begin with. */
  private static final Map<String, String> OF_DATA =
      Map.of("microsoft.keyvault", "cfa8b339-82a2-471a-a3c9-0fa0be7a4093", "microsoft.storage", "e406a681-f3d4-42a8-90b6-c2b029497af1");

  private static final Set<String> ALL = Set.of(MANAGEMENT, "cfa8b339-82a2-471a-a3c9-0fa0be7a4093", "e406a681-f3d4-42a8-90b6-c2b029497af1");

  private static final Decision ALLOWED = new Decision.Allowed(List.of());

  private final AccessPolicies policies;
  private final Directory directory;
  private final List<ConditionalAccessPolicy> relevant;
  private final Map<String, EntraUser> users = new HashMap<>();
  private final Set<String> servicePrincipals = new HashSet<>();
  private final Set<String> mentioned = new HashSet<>();

  private AzureSignIn(Estate estate) {
    this.policies = AccessPolicies.of(estate);
    this.directory = Directory.of(estate);
    this.relevant = policies.all().stream().filter(policy -> ALL.stream().anyMatch(application -> AccessPolicies.isAbout(policy, application))).toList();
    if (relevant.isEmpty()) {
      return;
    }
    estate.inventory().all(EntraUser.class).forEach(user -> users.put(user.id().objectId(), user));
    estate.inventory().all(ServicePrincipal.class).forEach(principal -> servicePrincipals.add(principal.id().objectId()));
    relevant.forEach(policy -> Stream.of(policy.users().include(), policy.users().exclude()).forEach(this::mention));
    estate.inventory().all(GroupMember.class).stream().map(link -> link.member().objectId()).filter(this::isApart).forEach(mentioned::add);
  }

  static AzureSignIn of(Estate estate) {
    return estate.view(AzureSignIn.class, AzureSignIn::new);
  }

  private void mention(Subjects subjects) {
    mentioned.addAll(subjects.users());
    mentioned.addAll(subjects.groups());
    policies.holders(subjects.roles()).forEach(mentioned::add);
  }

  /** Whom a policy about all, or about guests, tells from the other members of a group. */
  private boolean isApart(String member) {
    EntraUser user = users.get(member);
    return servicePrincipals.contains(member) || (user != null && (user.external() || user.userType().equalsIgnoreCase("Guest")));
  }

  /** The ids that can make a difference. */
  Set<String> mentioned() {
    return mentioned;
  }

  /** Whether somebody with these ids gets a token for what a capability is about. */
  Decision decide(Capability capability, Set<String> ids) {
    Optional<String> application = application(capability);
    if (relevant.isEmpty() || application.isEmpty() || ids.stream().anyMatch(servicePrincipals::contains)) {
      return ALLOWED;
    }
    Optional<EntraUser> user = ids.stream().filter(users::containsKey).findFirst().map(users::get);
    Optional<String> tenant = user.map(EntraUser::id).or(() -> ids.stream().sorted().flatMap(id -> directory.find(id).stream()).findFirst()).map(EntraId::tenant);
    return tenant.map(home -> policies.at(home, application.get(), ids, user)).orElse(ALLOWED);
  }

  private static Optional<String> application(Capability capability) {
    String provider = ResourceId.lowerCase(capability.actions().getFirst().split("/", 2)[0]);
    return capability.dataAction() ? Optional.ofNullable(OF_DATA.get(provider)) : Optional.of(MANAGEMENT);
  }
}
