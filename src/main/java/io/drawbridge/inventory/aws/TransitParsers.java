package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parsers of what lies between VPCs, and of prefix lists. Source: Amazon EC2 API reference. */
final class TransitParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("ec2:describe-transit-gateway-attachments", "TransitGatewayAttachments", TransitParsers::attachment),
          ListParser.of("ec2:search-transit-gateway-routes", "", TransitParsers::routes),
          ListParser.of("ec2:get-managed-prefix-list-entries", "", TransitParsers::prefixList));

  private TransitParsers() {}

  private static Optional<TransitGatewayAttachment> attachment(Item item) {
    String name = item.text("TransitGatewayAttachmentId");
    Arn id = item.arn("ec2", "transit-gateway-attachment/" + name);
    JsonNode association = item.json().path("Association");
    String table = Fields.text(association, "State").equals("associated") ? Fields.text(association, "TransitGatewayRouteTableId") : "";
    return name.isEmpty() ? Optional.empty() : Optional.of(new TransitGatewayAttachment(item.origin(id), id, item.text("TransitGatewayId"), item.text("ResourceType"),
        item.text("ResourceId"), item.text("State"), table));
  }

  /** The answer names no table: it is asked for by id. */
  private static Optional<TransitGatewayRoutes> routes(Item item) {
    Arn id = item.arn("ec2", "transit-gateway-route-table/" + item.document().subject());
    List<TransitGatewayRoutes.Route> routes = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("Routes"))) {
      JsonNode route = entry.getValue();
      routes.add(new TransitGatewayRoutes.Route(Fields.text(route, "DestinationCidrBlock"), Fields.texts(route.path("TransitGatewayAttachments"), "TransitGatewayAttachmentId"),
          Fields.text(route, "State").equals("active"), "/Routes/" + entry.getKey()));
    }
    return item.document().subject().isEmpty() ? Optional.empty() : Optional.of(new TransitGatewayRoutes(item.origin(id), id, routes));
  }

  /** The answer names no list: it is asked for by id. */
  private static Optional<PrefixListEntries> prefixList(Item item) {
    Arn id = item.arn("ec2", "prefix-list/" + item.document().subject());
    return item.document().subject().isEmpty() ? Optional.empty()
        : Optional.of(new PrefixListEntries(item.origin(id), id, Fields.texts(item.json().path("Entries"), "Cidr")));
  }
}
