package io.drawbridge.edge.aws;

import io.drawbridge.policy.aws.NamedPolicy;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells which callers get the same answers: equal documents, and equal values of the condition keys that anything asks for. */
public final class CallerClass {

  private final IdentityHashMap<PrincipalDocuments, Integer> numbers = new IdentityHashMap<>();

  /** Equal documents have one number, which is shorter than what they are called by. */
  private final Map<String, Integer> numberOf = new HashMap<>();

  private final IdentityHashMap<PrincipalDocuments, SortedSet<String>> mentions = new IdentityHashMap<>();

  /**
   * Callers with one key are ruled alike.
   *
   * @param asked the keys that the resources' side asks for
   */
  public String key(AwsIdentity caller, SortedSet<String> asked) {
    var key = new StringBuilder().append(numbers.computeIfAbsent(caller.documents(), this::number)).append(caller.isUser());
    SortedSet<String> all = new TreeSet<>(mentions.computeIfAbsent(caller.documents(), documents -> Mentions.of(documents.all())));
    all.addAll(asked);
    for (String name : all) {
      key.append('\n').append(name).append(caller.context().get(name));
    }
    return key.toString();
  }

  private int number(PrincipalDocuments documents) {
    return numberOf.computeIfAbsent(documents(documents), next -> numberOf.size());
  }

  private static String documents(PrincipalDocuments documents) {
    var key = new StringBuilder();
    documents.identity().forEach(policy -> key.append(name(policy)).append(' '));
    key.append(documents.boundary().map(policies -> policies.stream().map(CallerClass::name).toList()));
    documents.scps().forEach(level -> key.append(level.stream().map(CallerClass::name).toList()));
    return key.append(documents.unreadable()).toString();
  }

  /** Where a policy stands tells it from all others of one load. */
  private static String name(NamedPolicy policy) {
    var ref = policy.document().statements().getFirst().ref();
    return ref.document().id() + ref.pointer();
  }
}
