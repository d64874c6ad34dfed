package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Optional;

/** Parsers of resources that are counted and shown, and that no rule looks into: a row each. */
final class OtherParsers {

  /**
   * A row of the table.
   *
   * @param identifier the field with the ARN, or with the name that completes {@code arnType}
   * @param arnType service and resource prefix of the ARN to build: {@code es:domain/}; empty when the field holds an ARN
   */
  private record Row(String operation, String list, String type, String identifier, String arnType, String nameField) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("ec2:describe-vpcs", "Vpcs", "ec2:vpc", "VpcId", "ec2:vpc/", "VpcId"),
          new Row("ec2:describe-internet-gateways", "InternetGateways", "ec2:internet-gateway", "InternetGatewayId", "ec2:internet-gateway/", "InternetGatewayId"),
          new Row("ec2:describe-vpc-endpoints", "VpcEndpoints", "ec2:vpc-endpoint", "VpcEndpointId", "ec2:vpc-endpoint/", "ServiceName"),
          new Row("ec2:describe-vpc-peering-connections", "VpcPeeringConnections", "ec2:vpc-peering-connection", "VpcPeeringConnectionId",
          "ec2:vpc-peering-connection/", "VpcPeeringConnectionId"),
          new Row("sns:list-topics", "Topics", "sns:topic", "TopicArn", "", "TopicArn"),
          new Row("es:list-domain-names", "DomainNames", "es:domain", "DomainName", "es:domain/", "DomainName"),
          new Row("iam:list-saml-providers", "SAMLProviderList", "iam:saml-provider", "Arn", "", "Arn"),
          new Row("sso-admin:list-trusted-token-issuers", "TrustedTokenIssuers", "sso:trusted-token-issuer", "TrustedTokenIssuerArn", "", "Name"));

  static final List<ResourceParser> ALL = ROWS.stream().map(OtherParsers::parser).toList();

  private OtherParsers() {}

  private static ResourceParser parser(Row row) {
    return ListParser.of(row.operation, row.list, item -> read(row, item));
  }

  private static Optional<OtherAwsResource> read(Row row, Item item) {
    String identifier = item.text(row.identifier);
    return arn(row, item, identifier).map(arn ->
        new OtherAwsResource(item.origin(arn), arn, row.type, item.text(row.nameField).isEmpty() ? arn.name() : item.text(row.nameField)));
  }

  private static Optional<Arn> arn(Row row, Item item, String identifier) {
    if (row.arnType.isEmpty() || identifier.isEmpty()) {
      return Arn.find(identifier);
    }
    int colon = row.arnType.indexOf(':');
    String resource = row.arnType.substring(colon + 1) + identifier.replaceFirst("^/", "");
    return Optional.of(item.arn(row.arnType.substring(0, colon), resource));
  }
}
