package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the policies inside a provider's item; a malformed one is reported and left out. */
final class Policies {

  private final Document document;
  private final DocumentRef item;
  private final InventoryBuilder inventory;

  Policies(Document document, DocumentRef item, InventoryBuilder inventory) {
    this.document = document;
    this.item = item;
    this.inventory = inventory;
  }

  Optional<NamedPolicy> policy(JsonNode node, String pointer, String name) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    return switch (PolicyParser.parse(node, item, pointer, name)) {
      case PolicyParser.Parsed.Policy policy -> Optional.of(new NamedPolicy(name, policy.document()));
      case PolicyParser.Parsed.Malformed malformed -> {
        malformed.problems().forEach(problem -> inventory.malformed(document, item.id() + problem.pointer(), problem.message()));
        yield Optional.empty();
      }
    };
  }

  /** A list such as {@code UserPolicyList}: PolicyName with PolicyDocument. */
  List<NamedPolicy> inline(JsonNode list, String pointer) {
    List<NamedPolicy> policies = new ArrayList<>();
    Fields.indexed(list).forEach(entry -> policy(entry.getValue().path("PolicyDocument"),
            pointer + "/" + entry.getKey() + "/PolicyDocument", Fields.text(entry.getValue(), "PolicyName"))
        .ifPresent(policies::add));
    return policies;
  }
}
