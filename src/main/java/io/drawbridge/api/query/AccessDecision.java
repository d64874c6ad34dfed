package io.drawbridge.api.query;

import io.drawbridge.policy.Decision;

/** Whether a request is allowed. */
enum AccessDecision {
  ALLOWED("whatever is not known"),
  CONDITIONAL("if one of the alternatives holds"),
  EXPLICITLY_DENIED("a statement denies it"),
  IMPLICITLY_DENIED("nothing allows it");

  private final String meaning;

  AccessDecision(String meaning) {
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }

  static AccessDecision of(Decision decision) {
    return switch (decision) {
      case Decision.Allowed allowed -> ALLOWED;
      case Decision.Conditional conditional -> CONDITIONAL;
      case Decision.Denied denied -> denied.explicit() ? EXPLICITLY_DENIED : IMPLICITLY_DENIED;
    };
  }
}
