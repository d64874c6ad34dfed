package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.edge.Glob;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether everything that a target demands is allowed to a caller.
 *
 * <p>Of something below a target, such as an object of a bucket, one that can be named is enough: the names tried are those that the
 * statements let through by their resources. <b>Not modelled:</b> a name that only the overlap of two patterns with stars in different places has.
 */
public final class TargetDecision {

  private static final int MOST_NAMES = 16;

  private final AwsAuthorization authorization;
  private final Set<String> free;

  /** Who makes a principal tags it. */
  private final Set<String> freshPrincipals;

  /**
   * @param free condition keys that the caller chooses, in lower case
   */
  public TargetDecision(AwsAuthorization authorization, Set<String> free) {
    this.authorization = authorization;
    this.free = free;
    this.freshPrincipals = Stream.concat(free.stream(), Stream.of("aws:principaltag/")).collect(Collectors.toSet());
  }

  /** The decision for a principal of the estate. */
  public Decision of(AwsIdentity caller, Target target) {
    List<Decision> decisions = new ArrayList<>();
    for (Demand demand : target.demands()) {
      Set<String> choosable = caller.node() instanceof PrivilegeId ? freshPrincipals : free;
      decisions.add(ask(demand, caller.documents().all(), choosable, caller.context(), (arn, extra) ->
          authorization.decide(caller, demand.action(), arn, demand.account(), demand.policy(), extra)));
    }
    return Decisions.and(Decisions.all(decisions), target.besides());
  }

  /** The decision for somebody whose own side is not known and taken as granting. */
  public Decision of(AwsPrincipal stranger, Map<String, List<String>> known, Target target) {
    List<Decision> decisions = new ArrayList<>();
    for (Demand demand : target.demands()) {
      decisions.add(ask(demand, List.of(), free, known, (arn, extra) ->
          authorization.admit(stranger, demand.action(), arn, demand.account(), demand.policy(), merged(known, extra))));
    }
    return Decisions.and(Decisions.all(decisions), target.besides());
  }

  private Decision ask(Demand demand, List<NamedPolicy> callers, Set<String> free, Map<String, List<String>> context,
      BiFunction<String, Map<String, List<String>>, Decision> decide) {
    List<NamedPolicy> all = new ArrayList<>(callers);
    demand.policy().ifPresent(all::add);
    authorization.rcps(demand.action(), demand.account()).levels().forEach(all::addAll);
    FreeKeys keys = FreeKeys.of(all, free, demand.action(), context);
    Decision any = Decisions.NO;
    for (String arn : demand.isBelow() ? names(demand, all, context) : List.of(demand.arn())) {
      any = Decisions.or(any, keys.choose(chosen -> decide.apply(arn, merged(demand.context(), chosen))).decision());
    }
    return any;
  }

  private static Map<String, List<String>> merged(Map<String, List<String>> first, Map<String, List<String>> second) {
    if (second.isEmpty()) {
      return first;
    }
    Map<String, List<String>> merged = new java.util.TreeMap<>(first);
    merged.putAll(second);
    return merged;
  }

  /** Names below the target that the statements let through by their resources. */
  private static List<String> names(Demand demand, List<NamedPolicy> policies, Map<String, List<String>> context) {
    SortedSet<String> names = new TreeSet<>();
    names.add(demand.arn() + PatternPartition.ANY_OBJECT);
    for (NamedPolicy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        if (statement.speaksOf(demand.action()) && statement.allows() != statement.resources().negated()) {
          statement.resources().values().stream()
              .map(value -> new Glob(PatternText.complete(PatternText.fill(value, context))))
              .forEach(glob -> names.addAll(glob.witnesses(demand.arn(), PatternPartition.ANY_OBJECT)));
        }
      }
    }
    return names.stream().limit(MOST_NAMES).toList();
  }
}
