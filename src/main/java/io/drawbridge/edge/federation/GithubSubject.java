package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code sub} claim of a GitHub Actions token: {@code repo:<owner>/<repository>:<context>}.
 *
 * <p>Source: docs.github.com, "OpenID Connect reference", default subject claims. <b>Not modelled:</b> subject templates
 * customised per organization; their subjects are compared as text all the same.
 */
record GithubSubject(String owner, String repository, String context) {

  /** The issuer's host, without scheme, as both clouds write it. */
  static final String ISSUER_HOST = "token.actions.githubusercontent.com";

  /** The issuer as its tokens say it. */
  static final String ISSUER = "https://" + ISSUER_HOST;

  private static final String REF = "ref/";
  private static final String ENVIRONMENT = "environment/";
  private static final String OTHER = "subject/";

  private static final Pattern SHAPE = Pattern.compile("repo:([^/:*?]+)/([^/:*?]+):(.+)");

  /** Git allows no colon in the name of a ref, and GitHub writes one in an environment's name as {@code %3A}. */
  private static final Pattern PLACE = Pattern.compile("(?:ref:refs/|environment:)[^:]+");

  /** Owner, and the repository where it is spelt out as well, with their ids. */
  private static final Pattern WITH_IDS = Pattern.compile("repo:([^/:*?@]+)@[0-9]+/(?:([^/:*?@]+)@[0-9]+:)?");

  private static final Pattern OWNER = Pattern.compile("repo:([^/:*?]+)/");

  /** Reads a subject whose owner and repository are spelt out; the context may be a pattern. */
  static Optional<GithubSubject> parse(String subject) {
    Matcher matcher = SHAPE.matcher(subject);
    return matcher.matches()
        ? Optional.of(new GithubSubject(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** The owner that every subject with these first characters has, if they reach so far. */
  static Optional<String> ownerOf(String literalPrefix) {
    Matcher matcher = OWNER.matcher(literalPrefix);
    return matcher.lookingAt() ? Optional.of(plain(matcher.group(1))) : Optional.empty();
  }

  String text() {
    return "repo:" + owner + "/" + repository + ":" + context;
  }

  /** True when owner and repository are named with their ids, as {@code repo:acme@12/shop@34:…}. */
  boolean hasIds() {
    return owner.indexOf('@') > 0 && repository.indexOf('@') > 0;
  }

  private static String plain(String name) {
    int at = name.indexOf('@');
    return at > 0 ? name.substring(0, at) : name;
  }

  GithubId repositoryId() {
    return new GithubId(plain(owner), plain(repository), "");
  }

  /** The part of the repository that the context names: a ref, an environment, pull requests, or something else as written. */
  GithubId partId() {
    return new GithubId(plain(owner), plain(repository), part());
  }

  /**
   * True when a job of the repository can carry this very subject.
   *
   * <p>A star is no part of any ref or environment that GitHub puts in a token, so a literal star is never carried.
   */
  boolean canOccur() {
    boolean known = context.equals("pull_request") || PLACE.matcher(context).matches();
    return known && isLiteral();
  }

  /** True when the context has no wildcard. */
  boolean isLiteral() {
    return context.indexOf('*') < 0 && context.indexOf('?') < 0;
  }

  static String prefixOf(GithubId repository) {
    return "repo:" + repository.owner() + "/" + repository.repository() + ":";
  }

  /** What subjects of a repository begin with where a pattern spells its owner with the owner's id. */
  static Optional<String> prefixOf(GithubId repository, String pattern) {
    Matcher matcher = WITH_IDS.matcher(pattern);
    if (!matcher.lookingAt() || !matcher.group(1).equals(repository.owner())) {
      return Optional.empty();
    }
    String named = matcher.group(2);
    return named == null ? Optional.of(matcher.group() + repository.repository() + "@1:")
        : Optional.of(matcher.group()).filter(prefix -> named.equals(repository.repository()));
  }

  /**
   * What a subject with ids waits for: a repository names them or not, as it was made before or after July 2026 and by a setting of its own.
   *
   * <p>Source: docs.github.com, "OpenID Connect", immutable subject claims.
   */
  Condition condition(ResourceId holder) {
    return !hasIds() ? Condition.NONE : new Condition(List.of(new Atom(holder, "github:subject-ids", "StringEquals", List.of(text()), false,
        "the repository's tokens name owner and repository with their ids, and these are theirs")));
  }

  /** The subject that a part of a repository stands for. */
  static String subjectOf(GithubId part) {
    String name = part.part();
    String context = name.startsWith(REF) ? "ref:" + name.substring(REF.length())
        : name.startsWith(ENVIRONMENT) ? "environment:" + name.substring(ENVIRONMENT.length())
        : name.startsWith(OTHER) ? name.substring(OTHER.length()) : name;
    return prefixOf(part) + context;
  }

  private String part() {
    if (context.startsWith("ref:")) {
      return REF + context.substring("ref:".length());
    }
    if (context.startsWith("environment:")) {
      return ENVIRONMENT + context.substring("environment:".length());
    }
    return context.equals("pull_request") ? context : OTHER + context;
  }
}
