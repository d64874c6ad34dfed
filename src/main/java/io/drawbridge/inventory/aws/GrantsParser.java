package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the grants of KMS keys, each as the statement that would say the same in the key's policy. */
final class GrantsParser implements ResourceParser {

  private static final Operation LIST_GRANTS = Operation.parse("kms:list-grants");

  @Override
  public List<Operation> operations() {
    return List.of(LIST_GRANTS);
  }

  @Override
  public void parse(Document document, InventoryBuilder inventory) {
    SortedMap<Arn, List<Statement>> byKey = new TreeMap<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(document.body().path("Grants"))) {
      Optional<Arn> key = key(document, Fields.text(entry.getValue(), "KeyId"));
      String grantee = Fields.text(entry.getValue(), "GranteePrincipal");
      if (key.isEmpty() || grantee.isEmpty()) {
        inventory.malformed(document, "Grants " + entry.getKey(), "a grant without a key or a grantee is left out");
      } else {
        byKey.computeIfAbsent(key.get(), none -> new ArrayList<>()).add(statement(key.get(), entry.getKey(), entry.getValue(), grantee));
      }
    }
    byKey.forEach((key, statements) -> inventory.add(new KeyGrants(
        new Origin(ref(key), document.scope(), document.snapshot()), key, new PolicyDocument("2012-10-17", statements))));
  }

  private static Optional<Arn> key(Document document, String keyId) {
    String id = keyId.isEmpty() ? document.subject() : keyId;
    return id.isEmpty() ? Optional.empty()
        : Arn.find(id).or(() -> Optional.of(Arn.of("kms", document.region(), document.scope().id(), "key/" + id)));
  }

  private static DocumentRef ref(Arn key) {
    return new DocumentRef(key.text(), LIST_GRANTS.toString());
  }

  private static Statement statement(Arn key, int index, JsonNode grant, String grantee) {
    List<String> actions = Fields.texts(grant.path("Operations")).stream().map(operation -> "kms:" + operation).toList();
    String excerpt = "a grant of " + String.join(", ", actions) + " to " + grantee;
    return new Statement(new StatementRef(ref(key), "/Grants/" + index, "grant", excerpt), true,
        new Matcher(true, false, List.of((grantee.startsWith("arn:") ? "AWS:" : "Service:") + grantee)), new Matcher(true, false, actions),
        new Matcher(true, false, List.of("*")), constraints(grant.path("Constraints")));
  }

  private static List<ConditionClause> constraints(JsonNode constraints) {
    List<ConditionClause> clauses = new ArrayList<>();
    JsonNode equal = constraints.path("EncryptionContextEquals");
    for (JsonNode pairs : List.of(equal, constraints.path("EncryptionContextSubset"))) {
      pairs.properties().forEach(pair ->
          clauses.add(new ConditionClause("StringEquals", "kms:EncryptionContext:" + pair.getKey(), List.of(pair.getValue().asText()))));
    }
    if (!equal.isEmpty()) {
      clauses.add(new ConditionClause("ForAllValues:StringEquals", "kms:EncryptionContextKeys",
          equal.properties().stream().map(Map.Entry::getKey).toList()));
    }
    return clauses;
  }
}
