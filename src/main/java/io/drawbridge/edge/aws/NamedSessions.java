package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Glob;
import io.drawbridge.edge.aws.Guises.Guise;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sessions of roles that some policy tells from others by their names: as a principal, or by {@code aws:userid}.
 *
 * <p>Who takes a session of a role calls it as it likes, unless the trust asks for a name; a session that a service makes is called as the
 * service likes. So a role is asked under each name besides, and what only that name gives hangs on it. Source: STS API reference,
 * AssumeRole (RoleSessionName); IAM User Guide, "AWS JSON policy elements: Principal" (role session principals), "Unique identifiers".
 * <b>Not modelled:</b> names that stand in a policy as a variable; a pattern of unique ids that names more than one role and not all.
 */
final class NamedSessions {

  private static final String NAME = "sts:RoleSessionName";
  private static final String USER_ID = "aws:userid";

  /** What a session is called that nobody names. */
  private static final String ANY = "session";

  private final Estate estate;
  private final Map<String, SortedSet<String>> byRole = new HashMap<>();
  private final Map<String, List<Name>> known = new HashMap<>();

  /** A name and what must be said of it. */
  private record Name(String example, List<Requirement> asked) {}

  private NamedSessions(Estate estate) {
    this.estate = estate;
    EstateMentions.policies(estate).forEach(policy -> policy.document().statements().forEach(this::collect));
  }

  static NamedSessions of(Estate estate) {
    return estate.view(NamedSessions.class, NamedSessions::new);
  }

  /** The sessions as which a principal may have to be asked: of one that no policy tells apart, and of a user, none. */
  List<Guise> of(AwsIdentity role) {
    if (byRole.isEmpty() || !role.arn().resource().startsWith("role/")) {
      return List.of();
    }
    return known.computeIfAbsent(role.arn().text(), none -> names(role)).stream().map(name -> new Guise(called(role, name.example), name.asked)).toList();
  }

  private List<Name> names(AwsIdentity role) {
    NavigableSet<String> all = new TreeSet<>();
    Stream.of(stem(role.arn()), id(role), "*").forEach(key -> all.addAll(byRole.getOrDefault(key, new TreeSet<>())));
    return all.isEmpty() ? List.of() : names(role.arn(), all);
  }

  /** What policies call the sessions of a role by: the session's ARN without its name. */
  static String stem(Arn role) {
    return "arn:" + role.partition() + ":sts::" + role.account() + ":assumed-role/" + role.name() + "/";
  }

  /** The stem of a session's ARN; any other name as it is. */
  static String stemOf(String principal) {
    return Arn.find(principal).filter(arn -> arn.service().equals("sts") && arn.resource().startsWith("assumed-role/"))
        .map(arn -> principal.substring(0, principal.lastIndexOf('/') + 1)).orElse(principal);
  }

  private List<Name> names(Arn role, SortedSet<String> told) {
    SessionNaming naming = estate.inventory().find(IamRole.class, role).map(SessionNaming::of).orElse(SessionNaming.FREE);
    boolean any = naming.admits(ANY);
    SortedSet<String> asked = any ? new TreeSet<>() : naming.asked();
    List<Name> names = new ArrayList<>();
    asked.forEach(pattern -> names.add(new Name(example(pattern), asked.size() == 1 ? List.of() : List.of(requirement(pattern)))));
    told.stream().filter(pattern -> !asked.contains(pattern) && naming.admits(example(pattern)))
        .forEach(pattern -> names.add(new Name(example(pattern), List.of(requirement(pattern)))));
    if (any || names.isEmpty()) {
      names.addFirst(new Name(ANY, List.of()));
    }
    return List.copyOf(names);
  }

  private static String example(String pattern) {
    return new Glob(pattern).witness("", ANY).orElse(pattern);
  }

  private static Requirement requirement(String pattern) {
    boolean literal = new Glob(pattern).isLiteral();
    return new Requirement(NAME, literal ? "StringEquals" : "StringLike", List.of(pattern), false,
        "the session's name is " + (literal ? "" : "like ") + "`" + pattern + "`");
  }

  private static AwsIdentity called(AwsIdentity role, String name) {
    var session = new AwsIdentity(role.node(), new Arn(stem(role.arn()) + name), role.documents(), role.context());
    return session.knowing(Map.of(USER_ID, List.of(id(role) + ":" + name)));
  }

  private static String id(AwsIdentity role) {
    return role.context().getOrDefault(USER_ID, List.of("")).getFirst().split(":", 2)[0];
  }

  private void collect(Statement statement) {
    for (String value : statement.principals().values()) {
      String name = value.startsWith("AWS:") ? value.substring("AWS:".length()) : "";
      String stem = stemOf(name);
      if (!stem.equals(name)) {
        add(stem, name.substring(stem.length()));
      }
    }
    statement.conditions().stream().filter(clause -> ResourceId.lowerCase(clause.key()).equals(USER_ID))
        .flatMap(clause -> clause.values().stream()).forEach(this::ofUserId);
  }

  private void ofUserId(String value) {
    String[] parts = value.split(":", 2);
    if (parts.length == 2 && !parts[1].equals("*") && !value.contains("${")) {
      add(parts[0], parts[1]);
    }
  }

  private void add(String role, String name) {
    byRole.computeIfAbsent(role, none -> new TreeSet<>()).add(name);
  }
}
