package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.aws.AzureConnector.Identity;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applications and user-assigned identities by tenant and client id, with the federated credentials that trust an AWS account. */
final class EntraClients {

  private final Map<EntraId, List<EntraId>> byClient = new HashMap<>();
  private final Map<EntraId, List<TrustedCredential>> credentials = new HashMap<>();

  EntraClients(Estate estate) {
    estate.inventory().all(Application.class).forEach(application -> add(application.id().tenant(), application.appId(), application.id()));
    estate.inventory().all(UserAssignedIdentity.class)
        .forEach(identity -> add(identity.tenantId(), identity.clientId(), new EntraId(identity.tenantId(), identity.principalId())));
    EntraDirectory.of(estate).credentials().stream().filter(credential -> !credential.isFlexible() && Issuers.isAws(credential.issuer()))
        .forEach(credential -> credentials.computeIfAbsent(credential.target(), none -> new ArrayList<>()).add(credential));
  }

  private void add(String tenant, String client, EntraId target) {
    byClient.computeIfAbsent(new EntraId(tenant, client), none -> new ArrayList<>()).add(target);
  }

  List<EntraId> of(Identity identity) {
    return byClient.getOrDefault(new EntraId(identity.tenantId(), identity.clientId()), List.of());
  }

  /** Those of an identity that is enabled. */
  List<TrustedCredential> credentials(EntraId target) {
    return credentials.getOrDefault(target, List.of());
  }
}
