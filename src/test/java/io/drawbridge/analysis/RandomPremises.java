package io.drawbridge.analysis;

import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.Graph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Premises by lot, and the reference that takes the same for granted. */
public record RandomPremises(Premises premises, NaiveReference reference) {

  public static RandomPremises of(long seed, Graph graph) {
    var random = new Random(seed);
    Set<EdgeClass> classes = new HashSet<>(EdgeClasses.DEFAULT.followed());
    if (random.nextInt(3) == 0) {
      classes.add(EdgeClass.VENDOR_TRUST);
      classes.add(EdgeClass.NETWORK_FLAW);
    }
    List<Assumption> assumptions = new ArrayList<>();
    Set<String> met = new HashSet<>();
    Set<String> unmet = new HashSet<>();
    if (random.nextInt(3) == 0) {
      assumptions.add(Assumption.parse("aws:multifactorauthpresent"));
      met.add("aws:MultiFactorAuthPresent");
    }
    if (random.nextInt(3) == 0) {
      assumptions.add(Assumption.parse("aws:SourceIp=10.1.2.3"));
      met.add("aws:SourceIp");
    }
    if (random.nextInt(3) == 0) {
      assumptions.add(Assumption.parse("!flaw:ssh"));
      unmet.add("flaw:ssh");
    }
    int maxHops = List.of(1, 2, 3, 5, Premises.ANY_HOPS, Premises.ANY_HOPS).get(random.nextInt(6));
    var premises = new Premises(assumptions, new EdgeClasses(classes, true), maxHops, Duration.ofMinutes(5));
    return new RandomPremises(premises, new NaiveReference(graph, classes, met, unmet));
  }
}
