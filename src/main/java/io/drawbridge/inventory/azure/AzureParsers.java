package io.drawbridge.inventory.azure;

import io.drawbridge.inventory.ParserRegistry.Fallback;
import io.drawbridge.inventory.ResourceParser;
import java.util.List;
import java.util.stream.Stream;

/** Every parser of ARM and Microsoft Graph documents: one for each type or collection, and one for ARM types that have none. */
public final class AzureParsers {

  public static final List<ResourceParser> ALL =
      Stream.of(ScopeParsers.ALL, AuthorizationParsers.ALL, StoreParsers.ALL, ComputeParsers.ALL, MachineParsers.ALL,
              ContainerParsers.ALL, ServiceParsers.ALL, LighthouseParsers.ALL, NetworkParsers.ALL, BalancerParsers.ALL, ApplicationGatewayParsers.ALL,
              GatewayParsers.ALL, ExposureParsers.ALL, DirectoryParsers.ALL,
              DirectoryLinkParsers.ALL, DirectoryRoleParsers.ALL, ActivationParsers.ALL, EntitlementParsers.ALL, ConsentParsers.ALL,
              AppManagementParsers.ALL, ConditionalAccessParsers.ALL, CrossTenantParsers.ALL,
              PartnerParsers.ALL, ConnectorParsers.ALL)
          .flatMap(List::stream)
          .map(ResourceParser.class::cast)
          .toList();

  public static final List<Fallback> FALLBACKS =
      List.of(new Fallback(operation -> operation.service().equals("arm"), OtherParser.INSTANCE));

  private AzureParsers() {}
}
