package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.azure.StorageAccount.Namespace;
import io.drawbridge.inventory.azure.Vault.AccessPolicy;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parsers of key vaults and storage accounts. */
final class StoreParsers {

  private static final String PROPERTIES = "properties";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.keyvault/vaults", StoreParsers::vault),
          ItemParser.arm("microsoft.keyvault/vaults/secrets", item -> item.arm()
              .map(id -> new VaultSecret(item.origin(id), id, id.name(), item.isUnlessSaid(PROPERTIES, "attributes", "enabled"))).stream().toList()),
          new ItemParser(List.of(new Operation("arm", "microsoft.keyvault/vaults/certificates")), StoreParsers::certificate),
          ItemParser.arm("microsoft.storage/storageaccounts", StoreParsers::storageAccount),
          ItemParser.arm("microsoft.storage/storageaccounts/blobservices/containers", item -> item.arm()
              .map(id -> new BlobContainer(item.origin(id), id, item.nameOr(id), item.text(PROPERTIES, "publicAccess"))).stream().toList()));

  private StoreParsers() {}

  /** A vault lists its certificates by addresses of its own, and is the subject of the answer. */
  private static List<VaultCertificate> certificate(Item item) {
    String address = item.text("id");
    int at = address.indexOf("/certificates/");
    Optional<ArmId> vault = Item.arm(address.startsWith("/") && at > 0 ? address.substring(0, at) : item.document().subject());
    if (at < 0 || vault.isEmpty()) {
      return List.of();
    }
    String name = ResourceId.lowerCase(address.substring(at + "/certificates/".length()).replaceFirst("/.*", ""));
    var id = new ArmId(vault.get().text() + "/certificates/" + name);
    return List.of(new VaultCertificate(item.origin(id), id, name, vault.get(), thumbprint(item.text("x5t")), item.isUnlessSaid("attributes", "enabled")));
  }

  private static String thumbprint(String x5t) {
    try {
      return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(x5t));
    } catch (IllegalArgumentException notReadable) {
      return "";
    }
  }

  private static List<Vault> vault(Item item) {
    return item.arm().map(id -> new Vault(item.origin(id), id, item.nameOr(id), item.lower(PROPERTIES, "tenantId"),
        item.is(PROPERTIES, "enableRbacAuthorization"), accessPolicies(item), NetworkRules.of(item), item.is(PROPERTIES, "enabledForTemplateDeployment"))).stream().toList();
  }

  private static List<AccessPolicy> accessPolicies(Item item) {
    List<AccessPolicy> policies = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, "accessPolicies"))) {
      JsonNode policy = entry.getValue();
      policies.add(new AccessPolicy(lower(policy, "tenantId"), lower(policy, "objectId"), lower(policy, "applicationId"),
          permissions(policy, "secrets"), permissions(policy, "keys"), permissions(policy, "certificates"), entry.getKey()));
    }
    return policies;
  }

  private static List<String> permissions(JsonNode policy, String of) {
    return Fields.texts(Item.at(policy, "permissions", of)).stream().map(ResourceId::lowerCase).toList();
  }

  private static String lower(JsonNode node, String field) {
    return ResourceId.lowerCase(Item.text(Item.at(node, field)));
  }

  private static List<StorageAccount> storageAccount(Item item) {
    return item.arm().map(id -> new StorageAccount(item.origin(id), id, item.nameOr(id), item.text("kind"),
        item.isUnlessSaid(PROPERTIES, "allowSharedKeyAccess"), item.isUnlessSaid(PROPERTIES, "allowBlobPublicAccess"), NetworkRules.of(item),
        namespace(item))).stream().toList();
  }

  private static Namespace namespace(Item item) {
    if (item.is(PROPERTIES, "isSftpEnabled")) {
      return Namespace.HIERARCHICAL_WITH_SFTP;
    }
    return item.is(PROPERTIES, "isHnsEnabled") ? Namespace.HIERARCHICAL : Namespace.FLAT;
  }
}
