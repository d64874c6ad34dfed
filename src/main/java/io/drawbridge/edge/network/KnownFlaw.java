package io.drawbridge.edge.network;

import io.drawbridge.cloud.Severity;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.Vulnerability;
import java.util.Comparator;
import java.util.List;

/**
 * A known vulnerability of a resource with all that says so; the more useful to an attacker comes first.
 *
 * <p>Who reaches the host uses it when it works over the network and an exploit is known or probable. How often that works:
 *
 * <table>
 *   <caption>likelihood</caption>
 *   <tr><th></th><th>critical</th><th>less</th></tr>
 *   <tr><td>an exploit is known, or EPSS ≥ 0.5</td><td>LIKELY</td><td>POSSIBLE</td></tr>
 *   <tr><td>EPSS ≥ 0.1</td><td>POSSIBLE</td><td>UNLIKELY</td></tr>
 *   <tr><td>otherwise</td><td colspan="2">not used</td></tr>
 * </table>
 */
public record KnownFlaw(Vulnerability vulnerability, List<Evidence> evidence) implements Comparable<KnownFlaw> {

  private static final double PROBABLE = 0.5;
  private static final double CONCEIVABLE = 0.1;

  private static final Comparator<KnownFlaw> ORDER = Comparator.comparingInt((KnownFlaw flaw) -> flaw.isUsable() ? 0 : 1).thenComparing(KnownFlaw::likelihood)
      .thenComparing(KnownFlaw::severity).thenComparingDouble(flaw -> -flaw.vulnerability.epss()).thenComparing(KnownFlaw::name);

  public KnownFlaw {
    evidence = evidence.stream().distinct().sorted().toList();
  }

  public String name() {
    return vulnerability.name();
  }

  Severity severity() {
    return vulnerability.severity();
  }

  /** Whether an attacker who reaches the host gains it by this, with what is published. */
  boolean isUsable() {
    return vulnerability.overNetwork() && (isProbable() || vulnerability.epss() >= CONCEIVABLE);
  }

  /** How often the exploit works. */
  Likelihood likelihood() {
    boolean critical = severity() == Severity.CRITICAL;
    if (isProbable()) {
      return critical ? Likelihood.LIKELY : Likelihood.POSSIBLE;
    }
    return critical ? Likelihood.POSSIBLE : Likelihood.UNLIKELY;
  }

  /** Why it is one to fear, for people. */
  public String reason() {
    return vulnerability.exploitKnown() ? "an exploit for " + name() + " is public"
        : "an exploit for " + name() + " is expected: EPSS " + vulnerability.epss();
  }

  private boolean isProbable() {
    return vulnerability.exploitKnown() || vulnerability.epss() >= PROBABLE;
  }

  @Override
  public int compareTo(KnownFlaw other) {
    return ORDER.compare(this, other);
  }
}
