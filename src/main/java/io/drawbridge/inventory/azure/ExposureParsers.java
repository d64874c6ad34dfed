package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.Severity;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.StoredSettings;
import io.drawbridge.inventory.azure.DefenderFinding.Flaw;
import io.drawbridge.inventory.azure.SiteAccess.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parsers of who may call apps, and of what Defender for Cloud finds in machines. */
final class ExposureParsers {

  private static final String PROPERTIES = "properties";
  private static final String DETAILS = "vulnerabilityDetails";
  static final String RESTRICTIONS = "ipSecurityRestrictions";

  private static final String WEB = "/config/web";
  private static final String ASSESSMENTS = "/providers/microsoft.security/assessments/";
  private static final int LAST = 65_000;
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}");

  static final List<ItemParser> ALL =
      List.of(
          new ItemParser(List.of(operation("microsoft.web/sites/config"), operation("microsoft.web/sites/slots/config")), ExposureParsers::configuration),
          new ItemParser(List.of(operation("microsoft.security/assessments/subassessments")), ExposureParsers::finding));

  private ExposureParsers() {}

  private static Operation operation(String type) {
    return new Operation("arm", type);
  }

  /** Only the configuration {@code web} holds restrictions: the others are settings, and lists of them have ids of their own. */
  private static List<? extends Resource> configuration(Item item) {
    Optional<ArmId> site = item.arm().filter(id -> id.text().endsWith(WEB)).map(id -> new ArmId(id.text().substring(0, id.text().length() - WEB.length())));
    return site.isPresent() ? List.of(access(item, site.get(), item.at(PROPERTIES), "/properties")) : settings(item);
  }

  /** Settings and connection strings, whose values are hidden: they are a resource of their own, with a permission of its own. */
  private static List<? extends Resource> settings(Item item) {
    List<Resource> records = new ArrayList<>(OtherParser.INSTANCE.reader().read(item));
    JsonNode hidden = item.at(PROPERTIES);
    item.arm().filter(id -> hidden.path("$redacted").asBoolean(false)).ifPresent(id -> records.add(StoredSettings.of(item.origin(id), id,
        new ArmId(id.text().substring(0, id.text().lastIndexOf("/config/"))), "/properties", Set.copyOf(Fields.texts(hidden.path("names"))),
        Set.copyOf(Fields.texts(hidden.path("ids"))), "")));
    return records;
  }

  /** The restrictions of an app, from its configuration or from where a listing of apps repeats it. */
  static SiteAccess access(Item item, ArmId site, JsonNode configuration, String pointer) {
    List<Restriction> restrictions = restrictions(configuration, pointer);
    String otherwise = Item.text(Item.at(configuration, "ipSecurityRestrictionsDefaultAction"));
    boolean open = otherwise.isEmpty() ? restrictions.isEmpty() : otherwise.equalsIgnoreCase("Allow");
    boolean closed = Item.text(Item.at(configuration, "publicNetworkAccess")).equalsIgnoreCase("Disabled");
    return new SiteAccess(item.origin(item.arm().orElse(site)), new ArmId(site.text() + WEB), site, closed, open, restrictions);
  }

  private static List<Restriction> restrictions(JsonNode configuration, String pointer) {
    List<Restriction> restrictions = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(Item.at(configuration, RESTRICTIONS))) {
      JsonNode rule = entry.getValue();
      restrictions.add(new Restriction(Item.text(Item.at(rule, "name")), Item.at(rule, "priority").asInt(LAST),
          !Item.text(Item.at(rule, "action")).equalsIgnoreCase("Deny"), Item.text(Item.at(rule, "ipAddress")), !Item.at(rule, "headers").isEmpty(),
          pointer + "/" + RESTRICTIONS + "/" + entry.getKey()));
    }
    return restrictions;
  }

  private static List<DefenderFinding> finding(Item item) {
    Optional<ArmId> resource = item.arm().map(id -> id.text().indexOf(ASSESSMENTS)).filter(at -> at > 0)
        .map(at -> new ArmId(item.text("id").substring(0, at)));
    JsonNode data = item.at(PROPERTIES, "additionalData");
    return item.arm().flatMap(id -> resource.map(assessed -> new DefenderFinding(item.origin(id), id, item.text(PROPERTIES, "displayName"), assessed,
        vulnerabilities(item), severity(item.text(PROPERTIES, "status", "severity")),
        item.text(PROPERTIES, "status", "code").equalsIgnoreCase("Unhealthy"), flaw(data)))).stream().toList();
  }

  /** By whatever scanner: one names them in a list, another in its details, and its own name for the finding may be one. */
  private static List<String> vulnerabilities(Item item) {
    String texts = item.text(PROPERTIES, "id") + " " + item.text(PROPERTIES, "displayName") + " " + item.at(PROPERTIES, "additionalData", "cve") + " "
        + item.text(PROPERTIES, "additionalData", DETAILS, "cveId");
    return List.copyOf(CVE.matcher(texts).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Flaw flaw(JsonNode data) {
    JsonNode exploit = Item.at(data, DETAILS, "exploitabilityAssessment");
    boolean known = Stream.of("exploitStepsPublished", "exploitStepsVerified", "isInExploitKit").anyMatch(field -> Item.at(exploit, field).asBoolean(false));
    boolean remote = (Item.at(data, "cvss").toString() + Item.at(data, DETAILS, "cvss")).contains("AV:N")
        || Fields.texts(Item.at(exploit, "types")).stream().anyMatch("Remote"::equalsIgnoreCase);
    boolean patchable = Item.at(data, "patchable").asBoolean(Item.text(Item.at(data, "softwareDetails", "fixStatus")).equalsIgnoreCase("FixAvailable"));
    return new Flaw(known, remote, patchable);
  }

  private static Severity severity(String text) {
    return Arrays.stream(Severity.values()).filter(severity -> severity.name().equalsIgnoreCase(text)).findFirst().orElse(Severity.LOW);
  }
}
