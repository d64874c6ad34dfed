package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.aws.VulnerabilityFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The known vulnerabilities of AWS resources that a public exploit uses over the network. */
final class AwsFlaws {

  private final Map<String, List<KnownFlaw>> byName = new HashMap<>();

  private AwsFlaws(Estate estate) {
    for (VulnerabilityFinding finding : estate.inventory().all(VulnerabilityFinding.class)) {
      if (finding.active() && finding.exploitKnown() && finding.networkReachable()) {
        byName.computeIfAbsent(shortId(finding.resourceId()), none -> new ArrayList<>()).add(flaw(finding));
      }
    }
  }

  static AwsFlaws of(Estate estate) {
    return estate.view(AwsFlaws.class, AwsFlaws::new);
  }

  List<KnownFlaw> of(ResourceId host) {
    return byName.getOrDefault(shortId(host.text()), List.of());
  }

  private static String shortId(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static KnownFlaw flaw(VulnerabilityFinding finding) {
    String excerpt = finding.vulnerabilityId() + ", severity " + finding.severity() + ", an exploit is public";
    return new KnownFlaw(finding.vulnerabilityId(), finding.severity(), Observed.fact(finding.origin(), "/packageVulnerabilityDetails", excerpt));
  }
}
