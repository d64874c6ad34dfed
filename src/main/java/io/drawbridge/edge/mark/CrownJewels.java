package io.drawbridge.edge.mark;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.graph.Mark.Role;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeFamily;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.inventory.aws.KmsKey;
import io.drawbridge.inventory.aws.Secret;
import io.drawbridge.inventory.azure.Vault;
import java.util.stream.Stream;

/**
 * Marks what must not fall: stores of secrets, data that its owner classifies as precious, power over a whole account, subscription or
 * tenant, and whatever is tagged {@code drawbridge:crown-jewel}.
 */
final class CrownJewels implements NodeRule {

  @Override
  public Stream<Node> derive(Estate estate) {
    return Stream.of(secrets(estate), keys(estate), vaults(estate), tagged(estate), estate.coverage().scopes().stream().flatMap(CrownJewels::power)).flatMap(nodes -> nodes);
  }

  private static Stream<Node> secrets(Estate estate) {
    return estate.inventory().all(Secret.class).stream()
        .map(secret -> Node.of(secret.id(), NodeKind.SECRETS_MANAGER_SECRET, secret.name(), secret.scope()).withMark(Role.CROWN_JEWEL, "a secret's value"));
  }

  /** Keys of the customer's own that secrets are encrypted under: who has a secret's ciphertext still needs its key. */
  private static Stream<Node> keys(Estate estate) {
    return estate.inventory().all(Secret.class).stream().filter(secret -> !secret.kmsKeyId().isEmpty()).flatMap(secret -> {
      String key = secret.kmsKeyId();
      Arn arn = Arn.find(key).orElseGet(() -> secret.id().beside("kms", secret.id().region(), "key/" + key));
      return estate.inventory().find(KmsKey.class, arn).filter(known -> !known.manager().equals("AWS")).stream()
          .map(known -> Node.of(known.id(), NodeKind.KMS_KEY, known.name(), known.scope()).withMark(Role.CROWN_JEWEL, "guards the secret " + secret.name()));
    });
  }

  private static Stream<Node> vaults(Estate estate) {
    return estate.inventory().all(Vault.class).stream()
        .map(vault -> Node.of(vault.id(), NodeKind.KEY_VAULT, vault.name(), ArmTypes.home(vault.id())).withMark(Role.CROWN_JEWEL, "secrets' values"));
  }

  private static Stream<Node> tagged(Estate estate) {
    return Tagged.all(estate).flatMap(tagged -> {
      var classified = tagged.kind().family() == NodeFamily.DATA_STORE ? TagWords.classified(tagged.tags()) : java.util.Optional.<String>empty();
      return TagWords.stated(tagged.tags(), "crown-jewel", "tagged as a crown jewel").or(() -> classified)
          .map(reason -> tagged.node().withMark(Role.CROWN_JEWEL, reason)).stream();
    });
  }

  private static Stream<Node> power(Scope scope) {
    return switch (scope.cloud()) {
      case AWS -> Stream.of(power(scope, scope.id(), "AccountAdmin", NodeKind.ACCOUNT_ADMIN, "every right in the account"));
      case ENTRA -> Stream.of(power(scope, scope.id(), "TenantGlobalAdmin", NodeKind.TENANT_GLOBAL_ADMIN, "every right in the tenant"));
      case AZURE -> scope.id().startsWith("/subscriptions/")
          ? Stream.of(power(scope, scope.id(), "SubscriptionOwner", NodeKind.SUBSCRIPTION_OWNER, "every right in the subscription")) : Stream.empty();
      case EXTERNAL -> Stream.empty();
    };
  }

  private static Node power(Scope scope, String id, String power, NodeKind kind, String reason) {
    return Node.of(new PrivilegeId(id, power), kind, kind.title() + " " + id, scope).withMark(Role.CROWN_JEWEL, reason);
  }
}
