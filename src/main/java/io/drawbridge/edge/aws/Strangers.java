package io.drawbridge.edge.aws;

import io.drawbridge.policy.Ground;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Callers whose own side no collector of this estate reads. */
public final class Strangers {

  private static final String ASSUMED_ID = "drawbridge:stranger";

  /** A stranger's own account grants whatever it likes. */
  public static final NamedPolicy ASSUMED = StatedPolicy.everything(ASSUMED_ID, "drawbridge:assumed");

  private Strangers() {}

  static boolean isAssumed(Ground ground) {
    String id = ground.statement().document().id();
    return id.equals(ASSUMED_ID) || id.equals(StatedPolicy.LETTING_ANYBODY_IN.document().statements().getFirst().ref().document().id());
  }

  /** A service acts for resources of the account itself; for which one is open. */
  static SortedMap<String, List<String>> service(String account) {
    SortedMap<String, List<String>> known = new TreeMap<>();
    known.put("aws:securetransport", List.of("true"));
    known.put("aws:principalisawsservice", List.of("true"));
    if (!account.isEmpty()) {
      known.put("aws:sourceaccount", List.of(account));
    }
    return known;
  }

  /** Nobody's credentials, and no private network that leads to AWS. */
  static SortedMap<String, List<String>> anonymous() {
    SortedMap<String, List<String>> known = PrincipalContext.direct();
    for (String key : List.of("aws:principalarn", "aws:principalaccount", "aws:principalorgid", "aws:principalorgpaths", "aws:username",
        "aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn", "aws:vpcsourceip", "aws:multifactorauthpresent", "aws:multifactorauthage")) {
      known.put(key, List.of());
    }
    known.put("aws:userid", List.of("anonymous"));
    known.put("aws:principaltype", List.of("Anonymous"));
    return known;
  }

  /** Anybody with an AWS account of their own, which is in no organization of ours, and without a way into our networks. */
  static SortedMap<String, List<String>> somebody() {
    SortedMap<String, List<String>> known = new TreeMap<>();
    known.put("aws:principalorgid", List.of("o-somebody"));
    known.put("aws:principalorgpaths", List.of("o-somebody/r-some/"));
    for (String key : List.of("aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn", "aws:vpcsourceip")) {
      known.put(key, List.of());
    }
    return known;
  }
}
