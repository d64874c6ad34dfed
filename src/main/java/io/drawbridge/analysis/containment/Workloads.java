package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.graph.EdgeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The owner's compute that works as an identity. */
final class Workloads {

  private static final int MOST_NAMED = 10;

  private Workloads() {}

  static int count(Image image, Measure measure) {
    return (int) runningAs(image, measure).count();
  }

  /** What a measure breaks, workloads by kind and name. */
  static List<String> broken(Image image, Measure measure) {
    List<String> broken = new ArrayList<>(List.of(measure.action().breaks()));
    runningAs(image, measure).limit(MOST_NAMED)
        .forEach(node -> broken.add(image.kind(node).title() + " " + image.name(node) + " runs as it"));
    int more = count(image, measure) - MOST_NAMED;
    if (more > 0) {
      broken.add(more + " more workloads run as it");
    }
    return broken;
  }

  private static IntStream runningAs(Image image, Measure measure) {
    return switch (measure.action()) {
      case QUARANTINE_ROLE, REVOKE_ROLE_SESSIONS, CLOSE_ROLE_TRUST, DENY_ROLE_ASSUMPTION, DENY_SECRET_READS, DENY_PASSING_ROLES,
          DENY_WEB_IDENTITY_TOKENS, DISABLE_SERVICE_PRINCIPAL -> runningAs(image, measure.target());
      case DISABLE_ACCESS_KEY, QUARANTINE_USER, REMOVE_USER_FROM_GROUP, DISABLE_INSTANCE_METADATA, STOP_INSTANCE, STOP_FUNCTION,
          DISABLE_ENTRA_USER, REMOVE_GROUP_MEMBER, REMOVE_OWNER, REMOVE_DIRECTORY_ROLE, REMOVE_FEDERATED_CREDENTIAL,
          REMOVE_VAULT_ACCESS_POLICY, STOP_VIRTUAL_MACHINE -> IntStream.empty();
    };
  }

  private static IntStream runningAs(Image image, int identity) {
    Rows in = image.reverse();
    return IntStream.range(in.start(identity), in.end(identity))
        .filter(row -> image.edgeKind(in.edge(row)) == EdgeKind.RUNS_AS)
        .map(in::neighbour).distinct().sorted();
  }
}
