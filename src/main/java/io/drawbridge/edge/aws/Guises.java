package io.drawbridge.edge.aws;

import io.drawbridge.edge.Estate;
import io.drawbridge.policy.Requirement;
import java.util.List;
import java.util.Map;

/** As whom a principal may ask, where policies tell its sessions from each other or from its long-term keys. */
final class Guises {

  private final NamedSessions names;
  private final SessionStarts starts;

  Guises(Estate estate, SessionStarts starts) {
    this.names = NamedSessions.of(estate);
    this.starts = starts;
  }

  /**
   * One of them.
   *
   * @param asked what must hold for the principal to be it
   */
  record Guise(AwsIdentity identity, List<Requirement> asked) {}

  /** All that differ for an action; none when there is no difference. */
  List<Guise> of(AwsIdentity identity, String action) {
    return identity.isUser() ? ofUser(identity, action) : names.of(identity);
  }

  private List<Guise> ofUser(AwsIdentity user, String action) {
    return starts.of(user.account()).map(start -> List.of(new Guise(user, List.of()),
        new Guise(user.knowing(Map.of(SessionStarts.KEY, start)), SessionStarts.asked(action)))).orElse(List.of());
  }
}
