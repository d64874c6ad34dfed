package io.drawbridge.edge.federation;

import io.drawbridge.inventory.aws.AzureConnector;

/**
 * The roles by which services of AWS act in Azure, and what the services are called where a role trusts them.
 *
 * <p>Source: Security Hub User Guide, "Configuring Microsoft Azure to integrate with Security Hub" (one linked role for each capability); AWS Config
 * Developer Guide, "Using service-linked roles for third-party"; Systems Manager User Guide, "Azure federation role"; DevOps Agent User Guide.
 */
final class ServiceRoles {

  private static final String LINKED = ":role/aws-service-role/";

  private ServiceRoles() {}

  static String service(AzureConnector connector) {
    return switch (connector.product()) {
      case SYSTEMS_MANAGER -> "ssm.amazonaws.com";
      case CONFIG -> "thirdparty.config.amazonaws.com";
      case SECURITY_HUB -> "securityhubv2.amazonaws.com";
      case INSPECTOR -> "thirdparty.inspector2.amazonaws.com";
      case DEVOPS_AGENT -> "aidevops.amazonaws.com";
    };
  }

  /** ARN of the role whose token the connector's service exchanges. */
  static String of(AzureConnector connector) {
    return switch (connector.product()) {
      case SYSTEMS_MANAGER, DEVOPS_AGENT -> connector.role();
      case CONFIG -> linked(connector, "AWSServiceRoleForConfigThirdParty");
      case SECURITY_HUB -> linked(connector, "AWSServiceRoleForSecurityHubV2");
      case INSPECTOR -> linked(connector, "AWSServiceRoleForAmazonInspector2ThirdParty");
    };
  }

  private static String linked(AzureConnector connector, String name) {
    return "arn:" + connector.id().partition() + ":iam::" + connector.id().account() + LINKED + service(connector) + "/" + name;
  }
}
