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
import java.util.Set;

/**
 * Reads vulnerabilities out of Security Hub's findings, whichever scanner reported them: one record per vulnerability and resource.
 *
 * <p>A finding counts while its record is active and nobody resolved or suppressed it. Source: AWS Security Hub User Guide, "AWS Security
 * Finding Format (ASFF)", {@code RecordState}, {@code Workflow}, {@code Vulnerabilities}. <b>Not modelled:</b> findings without
 * {@code Vulnerabilities}: controls and threats.
 */
final class SecurityHubParser implements ResourceParser {

  private static final Set<String> SETTLED = Set.of("RESOLVED", "SUPPRESSED");

  @Override
  public List<Operation> operations() {
    return List.of(new Operation("securityhub", "get-findings"));
  }

  @Override
  public void parse(Document document, InventoryBuilder inventory) {
    Fields.indexed(document.body().path("Findings")).forEach(entry -> finding(entry.getKey(), entry.getValue(), document, inventory));
  }

  private static void finding(int index, JsonNode finding, Document document, InventoryBuilder inventory) {
    String id = Fields.text(finding, "Id");
    List<String> resources = Fields.texts(finding.path("Resources"), "Id");
    if (id.isEmpty() || resources.isEmpty()) {
      inventory.malformed(document, "Findings " + index, "a finding without `Id` or without the `Id` of a resource is left out");
      return;
    }
    for (var entry : Fields.indexed(finding.path("Vulnerabilities"))) {
      if (Fields.text(entry.getValue(), "Id").isEmpty()) {
        inventory.malformed(document, "Findings " + index + " Vulnerabilities " + entry.getKey(), "a vulnerability without `Id` is left out");
      } else {
        resources.forEach(resource -> inventory.add(record(document, finding, entry, resource)));
      }
    }
  }

  private static VulnerabilityFinding record(Document document, JsonNode finding, Map.Entry<Integer, JsonNode> entry, String resource) {
    JsonNode json = entry.getValue();
    String id = Fields.text(finding, "Id");
    var vulnerability = new Vulnerability(Fields.text(json, "Id"), Vulnerability.severity(Fields.text(finding.path("Severity"), "Label")),
        Fields.text(json, "ExploitAvailable").equals("YES"), json.path("Cvss").toString().contains("AV:N"), json.path("EpssScore").asDouble(0));
    Arn arn = Arn.of("securityhub", document.region(), document.scope().id(), "finding/" + id + "/" + vulnerability.name() + "/" + resource);
    var origin = new Origin(new DocumentRef(id, document.operation().toString()), document.scope(), document.snapshot());
    return new VulnerabilityFinding(origin, arn, resource, vulnerability, "/Vulnerabilities/" + entry.getKey(), isOpen(finding));
  }

  private static boolean isOpen(JsonNode finding) {
    return !Fields.text(finding, "RecordState").equals("ARCHIVED") && !SETTLED.contains(Fields.text(finding.path("Workflow"), "Status"));
  }
}
