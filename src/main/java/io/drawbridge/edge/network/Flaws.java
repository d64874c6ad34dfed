package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Vulnerability;
import io.drawbridge.inventory.aws.VulnerabilityFinding;
import io.drawbridge.inventory.azure.DefenderFinding;
import io.drawbridge.inventory.flaw.ListedVulnerability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The known vulnerabilities of resources, whoever says so: Inspector, Security Hub, Defender for Cloud, the user's list.
 *
 * <p>What two sources say of one vulnerability of one resource is united. How a vulnerability is exploited does not depend on who has it: that
 * one source says so of a name is enough for all. <b>Not modelled:</b> vulnerabilities of container images, for what runs them is not known here.
 */
public final class Flaws {

  private static final String INSTANCE = ":instance/";
  private static final int PARTS_OF_FUNCTION = 7;

  private final Map<String, Map<String, KnownFlaw>> byResource = new HashMap<>();
  private final Exploits exploits;

  private Flaws(Estate estate) {
    Inventory inventory = estate.inventory();
    exploits = new Exploits(inventory);
    inventory.all(VulnerabilityFinding.class).stream().filter(VulnerabilityFinding::active).forEach(finding ->
        add(finding.resourceId(), finding.vulnerability(), Observed.fact(finding.origin(), finding.pointer(), excerpt(finding.vulnerability(), ""))));
    inventory.all(DefenderFinding.class).stream().filter(DefenderFinding::active).forEach(this::add);
    inventory.all(ListedVulnerability.class).forEach(listed ->
        add(listed.resourceId(), listed.vulnerability(), Observed.fact(listed.origin(), listed.pointer(), excerpt(listed.vulnerability(), ""))));
  }

  public static Flaws of(Estate estate) {
    return estate.view(Flaws.class, Flaws::new);
  }

  /** All of a resource, the most useful to an attacker first. */
  public List<KnownFlaw> of(ResourceId resource) {
    String text = resource.text();
    Stream<KnownFlaw> byInstance = text.contains(INSTANCE) ? named(text.substring(text.indexOf(INSTANCE) + INSTANCE.length())) : Stream.empty();
    return Stream.concat(named(text), byInstance).map(exploits::judge).sorted().toList();
  }

  /** Those that who reaches the resource gains it by. */
  List<KnownFlaw> usable(ResourceId host) {
    return of(host).stream().filter(KnownFlaw::isUsable).toList();
  }

  boolean areKnown() {
    return !byResource.isEmpty();
  }

  private Stream<KnownFlaw> named(String resource) {
    return byResource.getOrDefault(resource, Map.of()).values().stream();
  }

  private void add(DefenderFinding finding) {
    List<String> names = finding.vulnerabilities().isEmpty() ? List.of(finding.name()) : finding.vulnerabilities();
    for (String name : names) {
      var vulnerability = new Vulnerability(name, finding.severity(), finding.flaw().exploitKnown(), finding.flaw().networkReachable(), 0);
      String patch = finding.flaw().patchable() ? ", there is a patch" : "";
      add(finding.resource().text(), vulnerability, Observed.fact(finding.origin(), "/properties/additionalData", excerpt(vulnerability, patch)));
    }
  }

  private void add(String resource, Vulnerability vulnerability, Evidence evidence) {
    exploits.learn(vulnerability);
    byResource.computeIfAbsent(key(resource), none -> new HashMap<>()).merge(vulnerability.name(), new KnownFlaw(vulnerability, List.of(evidence)),
        (one, other) -> new KnownFlaw(one.vulnerability().and(other.vulnerability()), Stream.concat(one.evidence().stream(), other.evidence().stream()).toList()));
  }

  /** ARM ids compare in lower case; scanners name a version of a function, and the function has it. */
  private static String key(String resource) {
    if (resource.startsWith("/")) {
      return new ArmId(resource).text();
    }
    String[] parts = resource.split(":", -1);
    return resource.contains(":function:") && parts.length > PARTS_OF_FUNCTION ? String.join(":", List.of(parts).subList(0, PARTS_OF_FUNCTION)) : resource;
  }

  private static String excerpt(Vulnerability vulnerability, String more) {
    return vulnerability.name() + ", severity " + vulnerability.severity() + (vulnerability.exploitKnown() ? ", an exploit is public" : "") + more;
  }
}
