package io.drawbridge.inventory.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Severity;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.Vulnerability;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Parsers of the user's files about vulnerabilities; a row that cannot be understood is reported by its line or index, and the others count.
 *
 * <p>Sources: CISA, "Known Exploited Vulnerabilities Catalog" (JSON schema); FIRST, "EPSS data" (CSV). The list is our own form:
 * {@code docs/vulnerabilities.md}.
 */
public final class FlawParsers {

  public static final Operation KNOWN_EXPLOITED = new Operation("cisa", "known-exploited-vulnerabilities");
  public static final Operation EPSS = new Operation("first", "epss-scores");
  public static final Operation LISTED = new Operation("file", "resource-vulnerabilities");

  public static final List<ResourceParser> ALL =
      List.of(new Parser(KNOWN_EXPLOITED, FlawParsers::exploits), new Parser(EPSS, FlawParsers::scores), new Parser(LISTED, FlawParsers::listed));

  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "known");

  private record Parser(Operation operation, BiConsumer<Document, InventoryBuilder> body) implements ResourceParser {

    @Override
    public List<Operation> operations() {
      return List.of(operation);
    }

    @Override
    public void parse(Document document, InventoryBuilder inventory) {
      body.accept(document, inventory);
    }
  }

  private FlawParsers() {}

  private static void exploits(Document document, InventoryBuilder inventory) {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(document.body().path("vulnerabilities"))) {
      String name = Fields.text(entry.getValue(), "cveID");
      if (name.isEmpty()) {
        inventory.malformed(document, "vulnerabilities " + entry.getKey(), "an entry without `cveID` is left out");
      } else {
        names.add(name(name));
      }
    }
    var id = new ExternalId("vulnerabilities", "known-exploited");
    inventory.add(new KnownExploits(origin(document, id), id, names));
  }

  private static void scores(Document document, InventoryBuilder inventory) {
    Map<String, Double> scores = new HashMap<>();
    document.body().path("scores").properties().forEach(entry -> scores.put(name(entry.getKey()), entry.getValue().asDouble()));
    document.body().path("unreadLines").forEach(line -> inventory.malformed(document, "line " + line.asText(),
        "a line that is not `cve,epss[,percentile]` with a score from 0 to 1 is left out"));
    var id = new ExternalId("vulnerabilities", "epss");
    inventory.add(new ExploitPrediction(origin(document, id), id, scores));
  }

  private static void listed(Document document, InventoryBuilder inventory) {
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(document.body().path("resourceVulnerabilities"))) {
      JsonNode row = entry.getValue();
      String place = row.has("line") ? "line " + Fields.text(row, "line") : "resourceVulnerabilities " + entry.getKey();
      String resource = Fields.text(row, "resource").strip();
      String name = name(Fields.text(row, "cve"));
      Optional<Severity> severity = severity(Fields.text(row, "severity").strip());
      if (resource.isEmpty() || name.isEmpty()) {
        inventory.malformed(document, place, "a row without `resource` or `cve` is left out");
      } else if (severity.isEmpty()) {
        inventory.malformed(document, place, "a row is left out: `severity` is CRITICAL, HIGH, MEDIUM or LOW");
      } else {
        var vulnerability = new Vulnerability(name, severity.get(), isYes(row, "exploit"), isYes(row, "network"), 0);
        var id = new ExternalId("vulnerabilities", name + "/" + resource);
        inventory.add(new ListedVulnerability(origin(document, id), id, resource, vulnerability, "/resourceVulnerabilities/" + entry.getKey()));
      }
    }
  }

  private static Optional<Severity> severity(String text) {
    return Arrays.stream(Severity.values()).filter(severity -> severity.name().equalsIgnoreCase(text)).findFirst();
  }

  private static boolean isYes(JsonNode row, String field) {
    return YES.contains(ResourceId.lowerCase(Fields.text(row, field).strip()));
  }

  private static String name(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private static Origin origin(Document document, ResourceId id) {
    return new Origin(new DocumentRef(id.text(), document.operation().toString()), document.scope(), document.snapshot());
  }
}
