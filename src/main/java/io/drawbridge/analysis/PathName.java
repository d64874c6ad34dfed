package io.drawbridge.analysis;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeFamily;
import io.drawbridge.graph.NodeKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A route's headline, from kinds alone, so that nothing a stranger named stands in it: {@code Internet-exposed EC2 instance with a
 * known vulnerability reaches Azure key vault through a federated application}.
 */
final class PathName {

  /** A fact of nodes with a finding of a known flaw. */
  private static final String VULNERABILITY = "vulnerability";

  /** The hops that tell most about a route, most telling first; after the hop that crosses between clouds. */
  private static final List<EdgeKind> TELLING = List.of(
      EdgeKind.CAN_FEDERATE, EdgeKind.CAN_ESCALATE_TO, EdgeKind.CAN_PASS_ROLE, EdgeKind.CAN_CHANGE_TRUST, EdgeKind.CAN_ADD_CREDENTIAL,
      EdgeKind.OWNS, EdgeKind.HOLDS_CREDENTIAL, EdgeKind.CAN_ADD_MEMBER, EdgeKind.CAN_RUN_CODE, EdgeKind.VENDOR_ACTS_ON, EdgeKind.SAME_HUMAN_AS,
      EdgeKind.CAN_ASSUME, EdgeKind.RUNS_AS, EdgeKind.HAS_ROLE, EdgeKind.MEMBER_OF);

  private static final String VOWELS = "aeioAEIO";

  /** Letters whose names start with a vowel. */
  private static final String SPELLED_VOWELS = "AEFHILMNORSX";

  private PathName() {}

  static String of(Route route) {
    String name = entry(route) + " reaches " + title(route.target());
    return capitalised(name + bridge(route).map(bridge -> " through " + bridge).orElse(""));
  }

  private static String entry(Route route) {
    Node first = route.nodes().get(1);
    boolean exposed = route.entry().kind() == NodeKind.INTERNET && first.kind().family() == NodeFamily.COMPUTE && route.hops().size() > 1;
    if (!exposed) {
      return title(route.entry());
    }
    return "internet-exposed " + title(first) + (first.facts().containsKey(VULNERABILITY) ? " with a known vulnerability" : "");
  }

  private static Optional<String> bridge(Route route) {
    for (int i = 0; i < route.hops().size(); i++) {
      if (crosses(route.nodes().get(i), route.nodes().get(i + 1))) {
        return Optional.of(words(route, i));
      }
    }
    return TELLING.stream().flatMap(kind -> first(route, kind).stream()).findFirst();
  }

  private static Optional<String> first(Route route, EdgeKind kind) {
    for (int i = 0; i < route.hops().size(); i++) {
      if (route.hops().get(i).edge().kind() == kind) {
        return Optional.of(words(route, i));
      }
    }
    return Optional.empty();
  }

  private static boolean crosses(Node from, Node to) {
    return from.cloud() != Cloud.EXTERNAL && to.cloud() != Cloud.EXTERNAL && (from.cloud() == Cloud.AWS) != (to.cloud() == Cloud.AWS);
  }

  private static String words(Route route, int hop) {
    String to = title(route.nodes().get(hop + 1));
    return switch (route.hops().get(hop).edge().kind()) {
      case CAN_FEDERATE -> "a federated " + to;
      case CAN_ASSUME -> "an assumed role";
      case CAN_ESCALATE_TO -> "privilege escalation";
      case CAN_PASS_ROLE -> "a passed role";
      case CAN_CHANGE_TRUST -> "a rewritten trust";
      case CAN_ADD_CREDENTIAL -> "an added credential";
      case OWNS -> "ownership of " + article(to);
      case HOLDS_CREDENTIAL -> "a stored credential";
      case CAN_ADD_MEMBER, MEMBER_OF -> "group membership";
      case CAN_RUN_CODE -> "code run on " + article(to);
      case VENDOR_ACTS_ON -> "a vendor's access";
      case SAME_HUMAN_AS -> "another account of the same person";
      case RUNS_AS -> "the identity of " + article(title(route.nodes().get(hop)));
      case HAS_ROLE -> "a directory role";
      case CAN_CONTROL -> "administration of " + article(to);
      case CAN_READ_SECRET, CAN_READ_DATA, SIGNS_IN_AS, SPEAKS_FOR, AUTHENTICATES_AS, CAN_REACH, CAN_REACH_SERVICE, IN_SET, CONTAINS ->
          article(to);
    };
  }

  private static String title(Node node) {
    String title = node.kind().title();
    return node.cloud() == Cloud.AZURE && !title.startsWith("Azure") ? "Azure " + title : title;
  }

  private static String article(String title) {
    if (title.startsWith("the ")) {
      return title;
    }
    boolean spelled = title.length() > 1 && !Character.isLowerCase(title.charAt(1)) && Character.isUpperCase(title.charAt(0));
    return ((spelled ? SPELLED_VOWELS : VOWELS).indexOf(title.charAt(0)) >= 0 ? "an " : "a ") + title;
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
