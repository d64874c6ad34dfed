package io.drawbridge.app;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.edge.aws.rules.AwsRules;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.edge.mark.MarkRules;
import io.drawbridge.edge.network.NetworkRules;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.aws.AwsParsers;
import io.drawbridge.inventory.azure.AzureParsers;
import io.drawbridge.inventory.flaw.FlawParsers;
import java.util.List;
import java.util.stream.Stream;

/** The parsers and rules of all providers and bridges. */
final class Registries {

  static final ParserRegistry PARSERS =
      new ParserRegistry(Stream.of(AwsParsers.ALL, AzureParsers.ALL, FlawParsers.ALL).flatMap(List::stream).toList(), AzureParsers.FALLBACKS);

  static final List<NodeRule> NODE_RULES =
      Stream.of(AwsRules.NODES, AzureRules.NODES, FederationRules.NODES, NetworkRules.NODES, MarkRules.NODES).flatMap(List::stream).toList();

  static final List<EdgeRule> EDGE_RULES =
      Stream.of(AwsRules.EDGES, AzureRules.EDGES, FederationRules.EDGES, NetworkRules.EDGES).flatMap(List::stream).toList();

  private Registries() {}
}
