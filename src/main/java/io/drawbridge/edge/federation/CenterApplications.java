package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.IdentityStoreGroup;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import io.drawbridge.inventory.aws.SsoInstance;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The enterprise applications of Entra that sign in to instances of IAM Identity Center.
 *
 * <p>The application's identifier names the instance's identity store: {@code https://<region>.signin.aws.amazon.com/platform/saml/d-…}. No answer of AWS
 * says which identity provider an instance uses; that it uses one at all shows in users with external ids. Source: IAM Identity Center User Guide,
 * "Configure SAML and SCIM with Microsoft Entra ID"; Identity Store API reference, ExternalId. <b>Not modelled:</b> instances that changed their
 * identity source since their users were provisioned.
 */
final class CenterApplications {

  static final Operation INSTANCES = new Operation("sso-admin", "list-instances");
  static final Operation USERS = new Operation("identitystore", "list-users");
  static final Operation GROUPS = new Operation("identitystore", "list-groups");

  private static final Pattern IDENTIFIER = Pattern.compile("https://[a-z0-9.-]*signin\\.(?:aws\\.amazon\\.com|amazonaws-us-gov\\.com|amazonaws\\.cn)/platform/saml/(d-[0-9a-z]+)");

  private static final Decision ALWAYS = new Decision.Allowed(List.of());
  private static final Decision WHERE_EXTERNAL = new Decision.Conditional(List.of(new Residual(List.of(new Requirement("identitystore:identity-source",
      "StringEquals", List.of("external"), false, "Identity Center signs its users in by the application")))), List.of(), false);

  private final List<CenterApplication> all = new ArrayList<>();

  /**
   * An application and the instance that it signs in to.
   *
   * @param provisioned true when another directory keeps users of the instance
   */
  record CenterApplication(ServicePrincipal application, SsoInstance instance, String identifier, boolean provisioned) {

    Proof proof() {
      return Observed.fact(application, "/servicePrincipalNames", identifier).and(Observed.fact(instance, "/IdentityStoreId", instance.identityStoreId()));
    }

    String tenant() {
      return application.id().tenant();
    }

    boolean holds(IdentityStoreUser user) {
      return user.identityStoreId().isEmpty() || user.identityStoreId().equals(instance.identityStoreId());
    }

    boolean holds(IdentityStoreGroup group) {
      return group.identityStoreId().isEmpty() || group.identityStoreId().equals(instance.identityStoreId());
    }

    /** Under what the instance believes the application: nothing, where it is seen to have another directory. */
    Decision believed() {
      return provisioned ? ALWAYS : WHERE_EXTERNAL;
    }
  }

  private CenterApplications(Estate estate) {
    Map<String, SsoInstance> byStore = new HashMap<>();
    estate.inventory().all(SsoInstance.class).forEach(instance -> byStore.put(instance.identityStoreId(), instance));
    Set<String> external = new HashSet<>();
    estate.inventory().all(IdentityStoreUser.class).stream().filter(IdentityStoreUser::external).forEach(user -> external.add(user.identityStoreId()));
    for (ServicePrincipal principal : byStore.isEmpty() ? List.<ServicePrincipal>of() : estate.inventory().all(ServicePrincipal.class)) {
      if (principal.accountEnabled() && principal.signOn().isSaml()) {
        principal.servicePrincipalNames().forEach(name -> store(name).flatMap(store -> Optional.ofNullable(byStore.get(store))).ifPresent(instance ->
            all.add(new CenterApplication(principal, instance, name, external.contains(instance.identityStoreId()) || external.contains("")))));
      }
    }
  }

  static List<CenterApplication> of(Estate estate) {
    return estate.view(CenterApplications.class, CenterApplications::new).all;
  }

  private static Optional<String> store(String identifier) {
    Matcher matcher = IDENTIFIER.matcher(identifier);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
