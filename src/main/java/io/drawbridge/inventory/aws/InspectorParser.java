package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.Vulnerability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Inspector's findings of vulnerable packages: one record per finding and resource.
 *
 * <p>Source: Amazon Inspector API Reference, "Finding". <b>Not modelled:</b> findings about code and about network reach, which our own
 * evaluation answers.
 */
final class InspectorParser implements ResourceParser {

  private static final String DETAILS = "packageVulnerabilityDetails";

  @Override
  public List<Operation> operations() {
    return List.of(new Operation("inspector2", "list-findings"));
  }

  @Override
  public void parse(Document document, InventoryBuilder inventory) {
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(document.body().path("findings"))) {
      JsonNode finding = entry.getValue();
      Optional<Arn> arn = Arn.find(Fields.text(finding, "findingArn"));
      List<String> resources = Fields.texts(finding.path("resources"), "id");
      if (arn.isEmpty() || resources.isEmpty()) {
        inventory.malformed(document, "findings " + entry.getKey(), "a finding without `findingArn` or without the `id` of a resource is left out");
      } else if (finding.has(DETAILS)) {
        resources.forEach(resource -> inventory.add(record(document, finding, arn.get(), resource)));
      }
    }
  }

  private static VulnerabilityFinding record(Document document, JsonNode finding, Arn arn, String resource) {
    JsonNode details = finding.path(DETAILS);
    var vulnerability = new Vulnerability(Fields.text(details, "vulnerabilityId"), Vulnerability.severity(Fields.text(finding, "severity")),
        Fields.text(finding, "exploitAvailable").equals("YES"), details.path("cvss").toString().contains("AV:N"),
        finding.path("epss").path("score").asDouble(0));
    String status = Fields.text(finding, "status");
    var origin = new Origin(new DocumentRef(arn.text(), document.operation().toString()), document.scope(), document.snapshot());
    return new VulnerabilityFinding(origin, new Arn(arn.text() + "/" + resource), resource, vulnerability, "/" + DETAILS,
        status.isEmpty() || status.equals("ACTIVE"));
  }
}
