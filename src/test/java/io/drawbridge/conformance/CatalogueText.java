package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of the catalogue that are sentences, by name and id; names are the provider's own, from the reference data. */
final class CatalogueText {

  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern PERMISSION =
      Pattern.compile("((?:[\\w-]+ / )*[\\w-]*(?:\\{[\\w,]+})?[\\w-]*(?:\\.\\w+)+(?:\\.\\{[\\w,]+})?)");
  private static final Pattern ALTERNATIVES = Pattern.compile("(.*)\\{([^}]*)}(.*)");

  /** What the text calls Azure roles, by how the provider's names match. */
  private static final Map<String, String> AZURE_ROLES = Map.ofEntries(
      Map.entry("Owner/Contributor/UAA", "Owner|Contributor|User Access Administrator"), Map.entry("Role Based Access Control Admin", "Role Based Access Control Administrator"),
      Map.entry("Managed Identity Contributor", "Managed Identity Contributor"),
      Map.entry("Managed Identity Federated Identity Credential Contributor", "Managed Identity Federated Identity Credential Contributor"),
      Map.entry("Managed Identity Operator", "Managed Identity Operator"), Map.entry("Resource Policy Contributor", "Resource Policy Contributor"),
      Map.entry("Security Admin fb1c8493", "Security Admin"), Map.entry("Automation Contributor", "Automation Contributor"),
      Map.entry("Logic App (Std) Contributor", "Logic App Contributor|Logic Apps Standard Contributor"), Map.entry("Website Contributor", "Website Contributor"),
      Map.entry("VM Contributor/Admin Login/User Login", "Virtual Machine (Contributor|Administrator Login|User Login)"),
      Map.entry("AKS family (Cluster Admin 0ab0b1a8, Contributor ed7f3fbd, RBAC Admin/Cluster Admin/Writer)",
          "Azure Kubernetes Service (Cluster Admin Role|Contributor Role|RBAC Admin|RBAC Cluster Admin|RBAC Writer)"),
      Map.entry("AVD family", "Desktop Virtualization .*(Contributor|Operator)"), Map.entry("Azure AI Admin", "Azure AI Administrator"),
      Map.entry("Container Apps Operator", "Container Apps Operator"), Map.entry("Cognitive Services Contributor", "Cognitive Services Contributor"),
      Map.entry("App Compliance Automation Admin", "App Compliance Automation Administrator"));

  private CatalogueText() {}

  /** Directory roles that reach the tenant, by name. */
  static SortedMap<String, String> directoryRoles() throws IOException {
    Map<String, String> names = reference("entra-roles.txt");
    SortedMap<String, String> roles = new TreeMap<>();
    GUID.matcher(paragraph("Entra roles that reach Global Admin")).results().map(found -> found.group()).forEach(id -> roles.put(names.get(id), id));
    return roles;
  }

  /** Application permissions, by value. */
  static SortedMap<String, String> permissions() throws IOException {
    Map<String, String> values = reference("graph-app-roles.txt");
    SortedMap<String, String> permissions = new TreeMap<>();
    for (String value : values(GUID.matcher(paragraph("Graph application permissions")).replaceAll(""))) {
      values.entrySet().stream().filter(entry -> entry.getValue().equals(value)).forEach(entry -> permissions.put(value, entry.getKey()));
    }
    return permissions;
  }

  /** The text joins values that differ in one part. */
  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    for (String joined : PERMISSION.matcher(text).results().map(found -> found.group()).toList()) {
      List<String> firsts = List.of(joined.split(" / ", -1));
      String rest = firsts.getLast().contains(".") ? firsts.getLast().substring(firsts.getLast().indexOf('.')) : "";
      firsts.stream().map(first -> first.contains(".") ? first : first + rest).flatMap(CatalogueText::alternatives).forEach(values::add);
    }
    return values;
  }

  private static Stream<String> alternatives(String value) {
    Matcher inBraces = ALTERNATIVES.matcher(value);
    return inBraces.matches() ? Stream.of(inBraces.group(2).split(",", -1)).map(one -> inBraces.group(1) + one + inBraces.group(3)) : Stream.of(value);
  }

  /** Azure roles of the highest tier, by name. */
  static SortedMap<String, String> azureRoles() throws IOException {
    String text = paragraph("Azure roles, tier 0");
    SortedMap<String, String> roles = new TreeMap<>();
    Map<String, String> names = reference("azure-roles.txt");
    AZURE_ROLES.forEach((said, pattern) -> {
      assertThat(text).contains(said);
      names.entrySet().stream().filter(entry -> entry.getValue().matches(pattern)).forEach(entry -> roles.put(entry.getValue(), entry.getKey()));
    });
    assertThat(Pattern.compile("\\b[0-9a-f]{8}\\b").matcher(text).results().map(found -> found.group()).filter(prefix -> roles.values().stream().noneMatch(id -> id.startsWith(prefix))))
        .as("Reservations Administrator is assigned on reservations only and is no role of subscriptions").containsExactly("a8889054");
    return roles;
  }

  private static String paragraph(String title) throws IOException {
    Path file = Conformance.path("README.md").resolveSibling("../catalogue/entra-azure.md");
    assumeTrue(Files.exists(file), "no catalogue at " + file);
    return Files.readAllLines(file).stream().filter(line -> line.startsWith("**" + title)).findFirst().orElseThrow();
  }

  /** Names by id. */
  private static Map<String, String> reference(String file) throws IOException {
    return Files.readAllLines(Path.of("src/main/resources/reference", file)).stream().filter(line -> GUID.matcher(line).lookingAt()).map(line -> line.split("\t", -1))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }
}
