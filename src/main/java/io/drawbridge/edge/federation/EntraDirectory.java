package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.FederatedIdentityCredential;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of every collected tenant: who can get tokens, and the federated credentials of whoever can sign in. */
final class EntraDirectory {

  static final Operation SERVICE_PRINCIPALS = new Operation("graph", "servicePrincipals");
  static final Operation APPLICATIONS = new Operation("graph", "applications");
  static final Operation APPLICATION_CREDENTIALS = new Operation("graph", "applications-federatedIdentityCredentials");
  static final Operation IDENTITIES = new Operation("arm", "microsoft.managedidentity/userassignedidentities");
  static final Operation IDENTITY_CREDENTIALS = new Operation("arm", "microsoft.managedidentity/userassignedidentities/federatedidentitycredentials");

  /** What must be read to see every federated credential. */
  static final List<Operation> CREDENTIAL_READS =
      List.of(APPLICATIONS, SERVICE_PRINCIPALS, APPLICATION_CREDENTIALS, IDENTITIES, IDENTITY_CREDENTIALS);

  private final SortedMap<EntraId, TokenHolder> holders = new TreeMap<>();
  private final Map<EntraId, Boolean> enabledByAppId = new HashMap<>();
  private final List<TrustedCredential> credentials = new ArrayList<>();
  private final Map<ResourceId, TrustedCredential> byId = new HashMap<>();

  /** A service principal that can get tokens. */
  record TokenHolder(EntraId id, boolean isManagedIdentity, Evidence evidence) {}

  private EntraDirectory(Estate estate) {
    estate.inventory().all(ServicePrincipal.class).forEach(this::principal);
    estate.inventory().all(FederatedIdentityCredential.class).stream().filter(credential -> !credential.audiences().isEmpty())
        .forEach(credential -> target(estate, credential).ifPresent(target -> byId.put(credential.id(), trusted(estate, credential, target))));
    estate.inventory().all(FederatedIdentityCredential.class).forEach(credential -> credential(credential).ifPresent(credentials::add));
  }

  static EntraDirectory of(Estate estate) {
    return estate.view(EntraDirectory.class, EntraDirectory::new);
  }

  /** The service principal with an object id, if it is enabled. */
  Optional<TokenHolder> holder(String tenant, String objectId) {
    return Optional.ofNullable(holders.get(new EntraId(tenant, objectId)));
  }

  /** Every enabled service principal of a tenant, sorted by id. */
  Collection<TokenHolder> holders(String tenant) {
    return holders.subMap(new EntraId(tenant, ""), new EntraId(tenant, String.valueOf(Character.MAX_VALUE))).values();
  }

  /** Federated credentials that accept some audience, of identities that exist and are enabled. */
  List<TrustedCredential> credentials() {
    return List.copyOf(credentials);
  }

  /** The same of one credential; empty where its identity is gone or disabled, and where it accepts no audience. */
  Optional<TrustedCredential> credential(FederatedIdentityCredential credential) {
    return Optional.ofNullable(byId.get(credential.id()));
  }

  private void principal(ServicePrincipal principal) {
    enabledByAppId.put(new EntraId(principal.id().tenant(), principal.appId()), principal.accountEnabled());
    if (principal.accountEnabled()) {
      var evidence = new Evidence(Evidence.Side.FACT, principal.origin().field("/id", principal.id().objectId()), principal.scope(),
          principal.origin().snapshot());
      holders.put(principal.id(), new TokenHolder(principal.id(), principal.isManagedIdentity(), evidence));
    }
  }

  /** Whom the credential signs in, unless that is gone or disabled. */
  private Optional<EntraId> target(Estate estate, FederatedIdentityCredential credential) {
    return switch (credential.holder()) {
      case EntraId application -> isUnread(estate, application) ? Optional.of(application) : estate.inventory().find(Application.class, application)
          .filter(found -> !found.disabled() && isEnabled(found.id().tenant(), found.appId()))
          .map(Application::id);
      case ResourceId.ArmId identity -> estate.inventory().find(UserAssignedIdentity.class, identity)
          .filter(found -> isEnabled(found.tenantId(), found.clientId()))
          .map(found -> new EntraId(found.tenantId(), found.principalId()));
      default -> Optional.empty();
    };
  }

  /** True for an application that nobody listed: its credential says that it is there. */
  private static boolean isUnread(Estate estate, EntraId application) {
    return estate.inventory().find(Application.class, application).isEmpty()
        && estate.coverage().reading(Scope.tenant(application.tenant()), APPLICATIONS) != Reading.READ;
  }

  /** True as well where there is no service principal: what that means is not the credential's matter. */
  private boolean isEnabled(String tenant, String appId) {
    return enabledByAppId.getOrDefault(new EntraId(tenant, appId), true);
  }

  private TrustedCredential trusted(Estate estate, FederatedIdentityCredential credential, EntraId target) {
    List<Unread> unread = new ArrayList<>();
    List<Atom> atoms = new ArrayList<>();
    for (Operation operation : notRead(estate, credential)) {
      Scope tenant = Scope.tenant(target.tenant());
      switch (estate.coverage().reading(tenant, operation)) {
        case READ -> {}
        case NEVER_COLLECTED -> unread.add(new Unread(tenant, operation.toString()));
        case UNREADABLE -> atoms.add(new Atom(target, "unread:" + operation, "Permits", List.of(target.objectId()), false,
            "the identity, which could not be read, is enabled"));
      }
    }
    return new TrustedCredential(target, credential.origin(), credential.issuer(), credential.subject(), credential.audiences(),
        credential.claimsMatchingExpression(), unread, new Condition(atoms));
  }

  /** The listings that would tell whether the identity is enabled, and in which it was not found. */
  private List<Operation> notRead(Estate estate, FederatedIdentityCredential credential) {
    return switch (credential.holder()) {
      case EntraId application -> estate.inventory().find(Application.class, application)
          .map(found -> principalOf(found.id().tenant(), found.appId()))
          .orElse(List.of(APPLICATIONS));
      case ResourceId.ArmId identity -> estate.inventory().find(UserAssignedIdentity.class, identity)
          .map(found -> principalOf(found.tenantId(), found.clientId()))
          .orElse(List.of());
      default -> List.of();
    };
  }

  private List<Operation> principalOf(String tenant, String appId) {
    return enabledByAppId.containsKey(new EntraId(tenant, appId)) ? List.of() : List.of(SERVICE_PRINCIPALS);
  }
}
