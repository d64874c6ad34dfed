package io.drawbridge.policy.aws;

import io.drawbridge.policy.Decision;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides as {@link AwsEvaluator} does, and looks only at statements that speak of the action: those of a list of policies are gathered
 * once for each action, and shared by all who have the same policies.
 *
 * <p>Why by the list and not by its content: principals of an estate keep one list each, or share it, and a look-up by identity costs
 * nothing. What is asked with lists of its own making is answered just as well, only not faster; when there were very many of these, all
 * is forgotten. For one thread.
 */
public final class PolicyIndex {

  private static final int MOST_LISTS = 200_000;

  private final IdentityHashMap<List<NamedPolicy>, Map<String, List<NamedStatement>>> byList = new IdentityHashMap<>();
  private final Map<Same, Map<String, List<NamedStatement>>> shared = new HashMap<>();

  public Decision decide(AwsRequest request, AwsPolicies policies) {
    return AwsEvaluator.decide(request, policies, this::speaking);
  }

  private List<NamedStatement> speaking(List<NamedPolicy> policies, String action) {
    if (policies.isEmpty()) {
      return List.of();
    }
    Map<String, List<NamedStatement>> byAction = byList.get(policies);
    if (byAction == null) {
      byAction = start(policies);
    }
    List<NamedStatement> speaking = byAction.get(action);
    if (speaking == null) {
      speaking = List.copyOf(NamedStatement.of(policies, action));
      byAction.put(action, speaking);
    }
    return speaking;
  }

  private Map<String, List<NamedStatement>> start(List<NamedPolicy> policies) {
    if (byList.size() >= MOST_LISTS) {
      byList.clear();
      shared.clear();
    }
    Map<String, List<NamedStatement>> byAction = shared.computeIfAbsent(new Same(policies), none -> new HashMap<>());
    byList.put(policies, byAction);
    return byAction;
  }

  /** A list that equals every other of the very same policies: comparing what they say would cost more than is won. */
  private record Same(List<NamedPolicy> policies) {

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      if (!(other instanceof Same(List<NamedPolicy> others)) || others.size() != policies.size()) {
        return false;
      }
      for (int i = 0; i < policies.size(); i++) {
        if (policies.get(i) != others.get(i)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (NamedPolicy policy : policies) {
        hash = 31 * hash + System.identityHashCode(policy);
      }
      return hash;
    }
  }
}
