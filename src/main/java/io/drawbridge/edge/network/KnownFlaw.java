package io.drawbridge.edge.network;

import io.drawbridge.cloud.Severity;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import java.util.Comparator;

/**
 * A vulnerability that works over the network and for which an exploit is public.
 *
 * @param name such as {@code CVE-2021-44228}
 */
public record KnownFlaw(String name, Severity severity, Evidence evidence) implements Comparable<KnownFlaw> {

  private static final Comparator<KnownFlaw> ORDER =
      Comparator.comparing(KnownFlaw::severity).thenComparing(KnownFlaw::name).thenComparing(KnownFlaw::evidence);

  /** How often the exploit works: scored as critical, it needs no luck. */
  Likelihood likelihood() {
    return severity == Severity.CRITICAL ? Likelihood.LIKELY : Likelihood.POSSIBLE;
  }

  @Override
  public int compareTo(KnownFlaw other) {
    return ORDER.compare(this, other);
  }
}
