package io.drawbridge.edge.aws;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.Requirement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * When the sessions begin that conditions on {@code aws:TokenIssueTime} ask about: who holds a role takes a new session at the time of which
 * the estate tells, so that a moment before it is past and one after it is to come.
 *
 * <p>A user signs with keys that have no such time, or takes a session by GetSessionToken, for which it needs no permission but which calls
 * IAM with a second factor only, or by signing in to the console. Source: IAM User Guide, "AWS global condition context keys"
 * (aws:TokenIssueTime); STS API reference, GetSessionToken. <b>Not modelled:</b> a denied GetSessionToken; sessions that are older.
 */
final class SessionStarts {

  static final String KEY = "aws:tokenissuetime";

  private static final Operation READ = Operation.parse("iam:get-account-authorization-details");
  private static final Requirement TEMPORARY = new Requirement("aws:TokenIssueTime", "Null", List.of("false"), false, "the user's credentials are temporary");

  private final Estate estate;
  private final boolean mentioned;
  private final Map<String, Optional<List<String>>> known = new HashMap<>();

  SessionStarts(Estate estate, SortedSet<String> mentions) {
    this.estate = estate;
    this.mentioned = mentions.contains(KEY);
  }

  /** The time at which an account was read, where any policy asks; empty when nobody noted it. */
  Optional<List<String>> of(String account) {
    return mentioned ? known.computeIfAbsent(account, this::read) : Optional.empty();
  }

  private Optional<List<String>> read(String account) {
    return estate.coverage().entries(Scope.account(account), READ).stream().map(CoverageEntry::readAt).filter(Instant.EPOCH::isBefore)
        .max(Instant::compareTo).map(at -> List.of(at.truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  /** What a user's session asks for besides. */
  static List<Requirement> asked(String action) {
    return action.startsWith("iam:") ? List.of(TEMPORARY) : List.of();
  }
}
