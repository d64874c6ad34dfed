package io.drawbridge.inventory.aws;

import io.drawbridge.inventory.ResourceParser;
import java.util.List;
import java.util.stream.Stream;

/** Every parser of AWS documents: one for each operation. */
public final class AwsParsers {

  public static final List<ResourceParser> ALL =
      Stream.of(List.of(new AccountAuthorizationParser(), new CredentialReportParser()), IdentityParsers.ALL, DataParsers.ALL, StoreParsers.ALL,
              DoorParsers.ALL, DatabaseParsers.ALL, WorkloadParsers.ALL, CodeSourceParsers.ALL, NetworkParsers.ALL, TransitParsers.ALL,
              OutboundParsers.ALL, LoadBalancerParsers.ALL, GatewayParsers.ALL, InstanceFleetParsers.ALL,
              ContainerParsers.ALL, OrganizationParsers.ALL, IdentityCenterParsers.ALL, CognitoParsers.ALL, AnywhereParsers.ALL, TransferParsers.ALL,
              AzureConnectorParsers.ALL, OtherParsers.ALL)
          .flatMap(List::stream)
          .map(ResourceParser.class::cast)
          .toList();

  private AwsParsers() {}
}
