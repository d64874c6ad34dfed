package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.MulticloudConnector.Onboarding;
import io.drawbridge.inventory.azure.MulticloudConnector.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parsers of connectors to AWS accounts.
 *
 * <p>Source: REST API reference, Security Connectors (the offerings of AWS, {@code arcAutoProvisioning.cloudRoleArn}); Microsoft.HybridConnectivity
 * publicCloudConnectors, whose roles have names of the template's own: learn.microsoft.com, "Onboard VMs to Azure Arc through the multicloud
 * connector".
 */
final class ConnectorParsers {

  private static final String PROPERTIES = "properties";
  private static final String ACCOUNT = "/properties/awsCloudProfile/accountId";

  static final List<ItemParser> ALL =
      List.of(ItemParser.arm("microsoft.security/securityconnectors", item -> connector(item, defender(item))),
          ItemParser.arm("microsoft.hybridconnectivity/publiccloudconnectors", item -> connector(item, arc(item))));

  private ConnectorParsers() {}

  /** A connector of any other cloud is only counted. */
  private static List<? extends Resource> connector(Item item, Optional<MulticloudConnector> toAws) {
    return toAws.isPresent() ? toAws.stream().toList() : OtherParser.read(item);
  }

  private static Optional<MulticloudConnector> defender(Item item) {
    return item.arm().filter(id -> item.text(PROPERTIES, "environmentName").equalsIgnoreCase("AWS")).map(id ->
        new MulticloudConnector(item.origin(id), id, item.nameOr(id), Product.DEFENDER, item.text(PROPERTIES, "hierarchyIdentifier"),
            provisioning(item.at(PROPERTIES, "offerings"))));
  }

  /** Whether it is switched on counts for nothing: who writes the connector switches it on. */
  private static List<Onboarding> provisioning(JsonNode offerings) {
    List<Onboarding> roles = new ArrayList<>();
    for (int i = 0; i < offerings.size(); i++) {
      String role = Item.text(Item.at(offerings.path(i), "arcAutoProvisioning", "cloudRoleArn"));
      if (!role.isEmpty()) {
        roles.add(new Onboarding(role, "/properties/offerings/" + i + "/arcAutoProvisioning/cloudRoleArn"));
      }
    }
    return roles;
  }

  private static Optional<MulticloudConnector> arc(Item item) {
    String account = item.text(PROPERTIES, "awsCloudProfile", "accountId");
    return item.arm().filter(id -> !account.isEmpty()).map(id -> new MulticloudConnector(item.origin(id), id, item.nameOr(id), Product.ARC, account,
        List.of(new Onboarding("arn:aws:iam::" + account + ":role/ArcForServerRole", ACCOUNT))));
  }
}
