package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.Severity;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * A known vulnerability of a resource, as Defender for Cloud reports it in a sub-assessment.
 *
 * @param resource that has it
 * @param vulnerabilities such as {@code CVE-2021-44228}
 * @param active false when the resource is healthy again or exempt
 * @param flaw how it can be used
 */
public record DefenderFinding(Origin origin, ArmId id, String name, ArmId resource, List<String> vulnerabilities, Severity severity, boolean active, Flaw flaw)
    implements Resource {

  public DefenderFinding {
    vulnerabilities = List.copyOf(vulnerabilities);
  }

  /**
   * How the vulnerability can be used.
   *
   * @param exploitKnown true when the steps of an exploit are published or it is part of an exploit kit
   * @param networkReachable true when the flaw is exploited over the network
   * @param patchable true when there is a patch
   */
  public record Flaw(boolean exploitKnown, boolean networkReachable, boolean patchable) {}
}
