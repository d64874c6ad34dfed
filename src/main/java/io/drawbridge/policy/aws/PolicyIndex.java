package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides as {@link AwsEvaluator} does, and looks only at statements that speak of the action: those of a list of policies are gathered
 * once for each action, and shared by all who have that list.
 *
 * <p>Why by the list and not by its content: principals of an estate keep one list each, or share it, and a look-up by identity costs
 * nothing. What is asked with lists of its own making is answered just as well, only not faster. <b>Not modelled:</b> forgetting: an index
 * lives as long as its estate. For one thread.
 */
public final class PolicyIndex {

  /** Lists of so few statements are looked through as they are. */
  private static final int FEW = 12;

  /** Of policies that do not speak of an action; not an empty list, which would be a layer that is not there. */
  private static final List<NamedPolicy> NOTHING = List.of(new NamedPolicy("", new PolicyDocument("2012-10-17", List.of())));

  private final AwsEvaluator evaluator = new AwsEvaluator();
  private final IdentityHashMap<List<NamedPolicy>, Optional<Map<String, List<NamedPolicy>>>> byList = new IdentityHashMap<>();
  private final Map<String, String> lowerCase = new HashMap<>();

  public Decision decide(AwsRequest request, AwsPolicies policies) {
    String action = lowerCase.computeIfAbsent(request.action(), ResourceId::lowerCase);
    return evaluator.decide(request, new AwsPolicies(of(policies.identity(), action), policies.resource(), boundary(policies.boundary(), action),
        levels(policies.scps(), action), levels(policies.rcps(), action), policies.session(), of(policies.endpoint(), action)));
  }

  private Optional<List<NamedPolicy>> boundary(Optional<List<NamedPolicy>> boundary, String action) {
    return boundary.isPresent() ? Optional.of(of(boundary.get(), action)) : boundary;
  }

  private List<List<NamedPolicy>> levels(List<List<NamedPolicy>> levels, String action) {
    if (levels.isEmpty()) {
      return levels;
    }
    List<List<NamedPolicy>> narrowed = new ArrayList<>(levels.size());
    for (List<NamedPolicy> level : levels) {
      narrowed.add(of(level, action));
    }
    return narrowed;
  }

  /** The policies with what they say of the action. */
  private List<NamedPolicy> of(List<NamedPolicy> policies, String action) {
    if (policies.isEmpty()) {
      return policies;
    }
    Optional<Map<String, List<NamedPolicy>>> byAction = byList.computeIfAbsent(policies, PolicyIndex::start);
    return byAction.isEmpty() ? policies : byAction.get().computeIfAbsent(action, asked -> narrowed(policies, asked));
  }

  /** Empty for lists that are looked through as they are. */
  private static Optional<Map<String, List<NamedPolicy>>> start(List<NamedPolicy> policies) {
    boolean many = policies.stream().mapToInt(policy -> policy.document().statements().size()).sum() > FEW;
    return many ? Optional.of(new HashMap<>()) : Optional.empty();
  }

  private static List<NamedPolicy> narrowed(List<NamedPolicy> policies, String action) {
    List<NamedPolicy> speaking = new ArrayList<>();
    for (NamedPolicy policy : policies) {
      List<Statement> statements = policy.document().statements().stream().filter(statement -> StatementMatch.action(statement.actions(), action)).toList();
      if (!statements.isEmpty()) {
        speaking.add(new NamedPolicy(policy.name(), new PolicyDocument(policy.document().version(), statements)));
      }
    }
    return speaking.isEmpty() ? NOTHING : List.copyOf(speaking);
  }
}
