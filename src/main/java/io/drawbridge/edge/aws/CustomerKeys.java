package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.KeyAlias;
import io.drawbridge.inventory.aws.KeyGrants;
import io.drawbridge.inventory.aws.KeyPolicy;
import io.drawbridge.inventory.aws.KmsKey;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a KMS key adds to reading what it encrypts.
 *
 * <p>Source: KMS Developer Guide, "Default key policy", "AWS managed keys" and "Grants in AWS KMS": a key that AWS manages lets everybody of
 * the account use it through the service; a customer's key asks its own policy, and a grant lets in whom it names as a statement of the key's
 * policy would. <b>Not modelled:</b> grants to principals of other accounts that were read, which need no permission of their own; grants
 * that were never listed.
 */
public final class CustomerKeys {

  public static final String DECRYPT = "kms:Decrypt";
  private static final String CONTEXT = "kms:encryptioncontext:";
  private static final String CONTEXT_KEYS = "kms:encryptioncontextkeys";
  private static final Operation GET_KEY_POLICY = Operation.parse("kms:get-key-policy");

  private final Inventory inventory;
  private final ResourceContext context;

  public CustomerKeys(Estate estate, ResourceContext context) {
    this.inventory = estate.inventory();
    this.context = context;
  }

  /**
   * The key's part of a read.
   *
   * @param demand that must be allowed, if the key is a customer's and its policy was read
   * @param unreadable the key's policy, where it was not read
   * @param homeOnly true when AWS manages the key, which then serves its own account alone
   */
  public record KeySide(Optional<Demand> demand, List<Requirement> unreadable, boolean homeOnly) {
  public   static final KeySide NONE = new KeySide(Optional.empty(), List.of(), false);
    static final KeySide MANAGED = new KeySide(Optional.empty(), List.of(), true);
  }

  /**
   * The part of the key that a resource names.
   *
   * @param keyId an ARN, a key id, an alias, or empty for the key that AWS manages
   * @param service the host of the service that uses the key for the caller, such as {@code secretsmanager}
   * @param bound what the service binds the data to, its encryption context; a value that is not known is empty
   */
  public KeySide of(String keyId, Arn resource, String service, Map<String, String> bound) {
    if (keyId.isEmpty() || keyId.contains("alias/aws/")) {
      return KeySide.MANAGED;
    }
    Arn key = key(keyId, resource);
    if (inventory.find(KmsKey.class, key).filter(known -> known.manager().equals("AWS")).isPresent()) {
      return KeySide.MANAGED;
    }
    return inventory.find(KeyPolicy.class, key)
        .map(policy -> new KeySide(Optional.of(demand(key, policy, service, bound)), List.of(), false))
        .orElseGet(() -> new KeySide(Optional.empty(), List.of(Unreadable.of(GET_KEY_POLICY.toString(), key.text(), "policy")), false));
  }

  private Arn key(String keyId, Arn resource) {
    Arn named = Arn.find(keyId).orElseGet(() -> Arn.of("kms", resource.region(), resource.account(), keyId.startsWith("alias/") ? keyId : "key/" + keyId));
    return inventory.find(KeyAlias.class, named).filter(alias -> !alias.keyId().isEmpty())
        .map(alias -> Arn.of("kms", named.region(), named.account(), "key/" + alias.keyId())).orElse(named);
  }

  private Demand demand(Arn key, KeyPolicy policy, String service, Map<String, String> bound) {
    SortedMap<String, List<String>> known = new TreeMap<>(context.region(key));
    if (context.mentioned().contains("kms:viaservice")) {
      known.put("kms:viaservice", List.of(service + "." + key.region() + ".amazonaws.com"));
    }
    context.mentioned().stream().filter(asked -> asked.startsWith(CONTEXT)).forEach(asked -> known.put(asked, List.of()));
    bound.forEach((name, value) -> {
      String asked = CONTEXT + ResourceId.lowerCase(name);
      if (value.isEmpty()) {
        known.remove(asked);
      } else if (known.containsKey(asked)) {
        known.put(asked, List.of(value));
      }
    });
    if (context.mentioned().contains(CONTEXT_KEYS)) {
      known.put(CONTEXT_KEYS, List.copyOf(new TreeMap<>(bound).keySet()));
    }
    return new Demand(DECRYPT, key.text(), key.account(), Optional.of(withGrants(inventory, policy)), known);
  }

  /** A key's policy with what its grants say, as statements of it. */
  public static NamedPolicy withGrants(Inventory inventory, KeyPolicy key) {
    NamedPolicy policy = key.policy();
    return inventory.find(KeyGrants.class, key.id()).map(grants -> {
      List<Statement> all = new ArrayList<>(policy.document().statements());
      all.addAll(grants.grants().statements());
      return new NamedPolicy(policy.name(), new PolicyDocument(policy.document().version(), all));
    }).orElse(policy);
  }
}
