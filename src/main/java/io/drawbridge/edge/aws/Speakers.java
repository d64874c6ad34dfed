package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which callers' own policies allow an action anywhere, under any condition: everybody else is left aside without a decision.
 *
 * <p>Why: there are about a hundred techniques and tens of thousands of callers, and few callers speak of what a technique needs. Each
 * document is searched once for an action, however many callers have it.
 */
public final class Speakers {

  private static final String ANY = "*";

  private final List<AwsIdentity> callers;
  private final Set<AwsIdentity> asRead = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<PolicyDocument, List<Integer>> holders = new IdentityHashMap<>();
  private final Map<String, Set<Integer>> known = new HashMap<>();

  /** The documents that allow something of a service; under {@link #ANY} those that do not name services. */
  private final Map<String, Set<PolicyDocument>> byService = new HashMap<>();

  private Speakers(Estate estate) {
    callers = AwsAuthorization.of(estate).callers();
    asRead.addAll(callers);
    for (int i = 0; i < callers.size(); i++) {
      for (NamedPolicy policy : callers.get(i).documents().identity()) {
        holders.computeIfAbsent(policy.document(), none -> new ArrayList<>()).add(i);
      }
    }
    holders.keySet().forEach(document -> document.statements().stream().filter(Statement::allows).forEach(statement -> services(statement)
        .forEach(service -> byService.computeIfAbsent(service, none -> Collections.newSetFromMap(new IdentityHashMap<>())).add(document))));
  }

  private static Stream<String> services(Statement statement) {
    return statement.actions().negated() ? Stream.of(ANY)
        : statement.actions().values().stream().map(pattern -> pattern.startsWith(ANY) ? ANY : service(pattern));
  }

  private static String service(String action) {
    return ResourceId.lowerCase(action.substring(0, Math.max(0, action.indexOf(':'))));
  }

  public static Speakers of(Estate estate) {
    return estate.view(Speakers.class, Speakers::new);
  }

  /** The callers that may have a chance to do all of these actions. */
  public List<AwsIdentity> ofAll(Collection<String> actions) {
    Set<Integer> left = null;
    for (String action : actions) {
      Set<Integer> speaking = known.computeIfAbsent(action, this::speaking);
      if (left == null) {
        left = new LinkedHashSet<>(speaking);
      } else {
        left.retainAll(speaking);
      }
      if (left.isEmpty()) {
        return List.of();
      }
    }
    return left == null ? callers : left.stream().sorted().map(callers::get).toList();
  }

  /** Tells whether a caller may have a chance to do all of these actions, also one whose documents are other than they were read. */
  Predicate<AwsIdentity> whoMayAll(List<String> actions) {
    Set<AwsIdentity> able = Collections.newSetFromMap(new IdentityHashMap<>());
    able.addAll(ofAll(actions));
    return caller -> able.contains(caller) || (!asRead.contains(caller) && caller.documents().mayAll(actions));
  }

  private Set<Integer> speaking(String action) {
    Set<Integer> speaking = new LinkedHashSet<>();
    Stream.of(service(action), ANY).flatMap(service -> byService.getOrDefault(service, Set.of()).stream())
        .filter(document -> document.statements().stream().anyMatch(statement -> statement.allows() && statement.speaksOf(action)))
        .forEach(document -> speaking.addAll(holders.getOrDefault(document, List.of())));
    return speaking;
  }
}
