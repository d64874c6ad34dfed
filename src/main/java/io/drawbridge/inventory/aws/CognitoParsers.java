package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parsers of Cognito identity pools. Source: Amazon Cognito Federated Identities API reference. */
final class CognitoParsers {

  /** Some providers' values are secrets of an application: what stands for them lists the names. */
  private static final String HIDDEN = "$redacted";

  private static final String OIDC = ":oidc-provider/";

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("cognito-identity:describe-identity-pool", "", CognitoParsers::pool),
          ListParser.of("cognito-identity:get-identity-pool-roles", "", CognitoParsers::roles));

  private CognitoParsers() {}

  private static Optional<IdentityPool> pool(Item item) {
    String poolId = item.text("IdentityPoolId");
    Arn arn = item.arn("cognito-identity", "identitypool/" + poolId);
    return poolId.isEmpty() ? Optional.empty() : Optional.of(new IdentityPool(item.origin(arn), arn, poolId, item.text("IdentityPoolName"),
        item.json().path("AllowUnauthenticatedIdentities").asBoolean(false), item.json().path("AllowClassicFlow").asBoolean(false),
        item.text("DeveloperProviderName"), loginProviders(item.json())));
  }

  private static List<String> loginProviders(JsonNode pool) {
    JsonNode supported = pool.path("SupportedLoginProviders");
    List<String> providers = new ArrayList<>(supported.has(HIDDEN) ? Fields.texts(supported.path("names"))
        : supported.properties().stream().map(Map.Entry::getKey).toList());
    providers.addAll(Fields.texts(pool.path("CognitoIdentityProviders"), "ProviderName"));
    Fields.texts(pool.path("OpenIdConnectProviderARNs")).stream().filter(arn -> arn.contains(OIDC))
        .forEach(arn -> providers.add(arn.substring(arn.indexOf(OIDC) + OIDC.length())));
    return providers;
  }

  private static Optional<IdentityPoolRoles> roles(Item item) {
    String poolId = item.text("IdentityPoolId").isEmpty() ? item.document().subject() : item.text("IdentityPoolId");
    Arn id = item.arn("cognito-identity", "identitypool/" + poolId + "/roles");
    JsonNode roles = item.json().path("Roles");
    List<Arn> ofUsers = new ArrayList<>(Arn.find(Fields.text(roles, "authenticated")).stream().toList());
    item.json().path("RoleMappings").forEach(mapping -> mapping.path("RulesConfiguration").path("Rules")
        .forEach(rule -> Arn.find(Fields.text(rule, "RoleARN")).ifPresent(ofUsers::add)));
    return poolId.isEmpty() ? Optional.empty()
        : Optional.of(new IdentityPoolRoles(item.origin(id), id, poolId, Arn.find(Fields.text(roles, "unauthenticated")), ofUsers.stream().distinct().toList()));
  }
}
