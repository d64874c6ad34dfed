package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.KeyPolicy;
import io.drawbridge.inventory.aws.KmsKey;
import io.drawbridge.policy.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a KMS key adds to reading what it encrypts.
 *
 * <p>Source: KMS Developer Guide, "Default key policy" and "AWS managed keys": a key that AWS manages lets everybody of the account use
 * it through the service; a customer's key asks its own policy. <b>Not modelled:</b> grants.
 */
final class CustomerKeys {

  private static final String GET_KEY_POLICY = "kms:get-key-policy";

  private final Inventory inventory;
  private final ResourceContext context;

  CustomerKeys(Estate estate, ResourceContext context) {
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
  record KeySide(Optional<Demand> demand, List<Requirement> unreadable, boolean homeOnly) {
    static final KeySide MANAGED = new KeySide(Optional.empty(), List.of(), true);
  }

  /**
   * The part of the key that a resource names.
   *
   * @param keyId an ARN, a key id, an alias, or empty for the key that AWS manages
   * @param service the host of the service that uses the key for the caller, such as {@code secretsmanager}
   */
  KeySide of(String keyId, Arn resource, String service) {
    if (keyId.isEmpty() || keyId.contains("alias/aws/")) {
      return KeySide.MANAGED;
    }
    Arn key = Arn.find(keyId).orElseGet(() -> Arn.of("kms", resource.region(), resource.account(), keyId.startsWith("alias/") ? keyId : "key/" + keyId));
    if (inventory.find(KmsKey.class, key).filter(known -> known.manager().equals("AWS")).isPresent()) {
      return KeySide.MANAGED;
    }
    return inventory.find(KeyPolicy.class, key)
        .map(policy -> new KeySide(Optional.of(demand(key, policy, service)), List.of(), false))
        .orElseGet(() -> new KeySide(Optional.empty(), List.of(Unreadable.of(GET_KEY_POLICY, key.text(), "policy")), false));
  }

  private Demand demand(Arn key, KeyPolicy policy, String service) {
    SortedMap<String, List<String>> known = new TreeMap<>(context.region(key));
    if (context.mentioned().contains("kms:viaservice")) {
      known.put("kms:viaservice", List.of(service + "." + key.region() + ".amazonaws.com"));
    }
    return new Demand("kms:Decrypt", key.text(), key.account(), Optional.of(policy.policy()), known);
  }
}
