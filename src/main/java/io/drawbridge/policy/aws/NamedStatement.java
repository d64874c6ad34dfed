package io.drawbridge.policy.aws;

import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement and the policy it stands in.
 *
 * @param version of the policy: variables mean something in the newer one only
 */
record NamedStatement(String policy, String version, Statement statement) {

  /** The statements of some policies that speak of an action. */
  static List<NamedStatement> of(List<NamedPolicy> policies, String lowerCaseAction) {
    List<NamedStatement> speaking = new ArrayList<>();
    for (NamedPolicy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        if (StatementMatch.action(statement.actions(), lowerCaseAction)) {
          speaking.add(new NamedStatement(policy.name(), policy.document().version(), statement));
        }
      }
    }
    return speaking;
  }

  Ground ground(PolicyLayer layer) {
    return new Ground(layer, policy, statement.ref());
  }
}
