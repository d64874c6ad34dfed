package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.aws.AzureConnector.Identity;
import io.drawbridge.inventory.aws.AzureConnector.Product;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Optional;

/**
 * Parsers of connectors to Azure.
 *
 * <p>Source: the service models of Systems Manager, AWS Config, Security Hub, Inspector and DevOps Agent.
 */
final class AzureConnectorParsers {

  static final List<ListParser> ALL =
      List.of(
          ListParser.of("ssm:get-cloud-connector", "", AzureConnectorParsers::systemsManager),
          ListParser.of("configservice:get-connector", "", AzureConnectorParsers::config),
          ListParser.of("securityhub:list-connectors-v2", "Connectors", AzureConnectorParsers::securityHub),
          ListParser.of("inspector2:list-connectors", "items", AzureConnectorParsers::inspector),
          ListParser.of("devops-agent:list-services", "services", AzureConnectorParsers::agent));

  private AzureConnectorParsers() {}

  private static Optional<AzureConnector> systemsManager(Item item) {
    JsonNode azure = item.json().path("Configuration").path("AzureConfiguration");
    return Arn.find(item.text("CloudConnectorArn")).filter(id -> azure.isObject()).map(id -> new AzureConnector(item.origin(id), id, item.text("DisplayName"),
        Product.SYSTEMS_MANAGER, identity(azure, "TenantId", "ApplicationId", "/Configuration/AzureConfiguration/ApplicationId"), item.text("RoleArn"), ""));
  }

  private static Optional<AzureConnector> config(Item item) {
    JsonNode connector = item.json().path("Connector");
    JsonNode azure = connector.path("connectorConfiguration").path("azure");
    return Arn.find(Fields.text(connector, "arn")).filter(id -> azure.isObject()).map(id -> new AzureConnector(item.origin(id), id, Fields.text(connector, "name"),
        Product.CONFIG, identity(azure, "tenantIdentifier", "clientIdentifier", "/Connector/connectorConfiguration/azure/clientIdentifier"), "", ""));
  }

  /** One that is not switched on acts nowhere. */
  private static Optional<AzureConnector> securityHub(Item item) {
    String through = Fields.text(item.json().path("ProviderSummary").path("ProviderConfiguration").path("Azure"), "AWSConfigConnectorArn");
    return through(item, item.text("ConnectorArn"), item.text("Name"), Product.SECURITY_HUB, through, item.text("EnablementStatus"));
  }

  private static Optional<AzureConnector> inspector(Item item) {
    return through(item, item.text("connectorArn"), item.text("name"), Product.INSPECTOR, item.text("awsConfigConnectorArn"), item.text("enablementStatus"));
  }

  private static Optional<AzureConnector> through(Item item, String arn, String name, Product product, String through, String status) {
    return Arn.find(arn).filter(id -> !through.isEmpty() && !status.equals("DELETED"))
        .map(id -> new AzureConnector(item.origin(id), id, name, product, Identity.NONE, "", through));
  }

  private static Optional<AzureConnector> agent(Item item) {
    JsonNode azure = item.json().path("additionalServiceDetails").path("azureidentity");
    String serviceId = item.text("serviceId");
    if (serviceId.isEmpty() || !azure.isObject()) {
      return Optional.empty();
    }
    Arn id = item.arn("aidevops", "service/" + serviceId);
    return Optional.of(new AzureConnector(item.origin(id), id, item.text("name"), Product.DEVOPS_AGENT,
        identity(azure, "tenantId", "clientId", "/additionalServiceDetails/azureidentity/clientId"), Fields.text(azure, "webIdentityRoleArn"), ""));
  }

  private static Identity identity(JsonNode azure, String tenant, String client, String pointer) {
    return new Identity(ResourceId.lowerCase(Fields.text(azure, tenant)), ResourceId.lowerCase(Fields.text(azure, client)), pointer);
  }
}
