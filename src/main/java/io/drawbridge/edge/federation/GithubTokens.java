package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.edge.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that jobs of a repository can obtain from GitHub.
 *
 * <p>Source: docs.github.com, "OpenID Connect reference": a workflow names the audience freely; the subject follows from where the job
 * runs. Who controls a repository makes it run anywhere in it. <b>Not modelled:</b> claims beside subject, repository, ref and
 * environment; what a trust asks of them stays open.
 */
final class GithubTokens {

  /** A name that nobody has named: it stands for any. */
  private static final String ANY = "drawbridge-witness";

  /** Where a job may run, and what to go on with where the trust leaves that open. */
  private static final List<Place> PLACES = List.of(new Place("ref:refs/heads/", "main"), new Place("ref:refs/heads/", ANY),
      new Place("ref:refs/tags/", ANY), new Place("environment:", ANY), new Place("", "pull_request"));

  /** A pattern that leaves the owner open; groups: owner, repository. */
  private static final Pattern OPEN_OWNER = Pattern.compile("(?:repo:(?=[^/:]*[*?])([^/:]*)(?:/([^:]*))?(?::.*)?|[*])");

  private record Place(String start, String whenOpen) {}

  private GithubTokens() {}

  /** What stands for any repository of an owner in subjects. */
  static GithubId unnamed(String owner) {
    return new GithubId(owner, ANY, "");
  }

  /** Repositories that anybody could open to fit a pattern: those of owners who need not exist yet. */
  static List<GithubId> anybodys(List<Glob> asked) {
    return asked.stream()
        .map(glob -> OPEN_OWNER.matcher(glob.text()))
        .filter(Matcher::matches)
        .map(matcher -> new GithubId(filled(matcher.group(1)), filled(matcher.group(2)), ""))
        .distinct()
        .toList();
  }

  private static String filled(@Nullable String pattern) {
    return pattern == null || pattern.isEmpty() ? ANY : pattern.replace("*", ANY).replace('?', 'x');
  }

  /**
   * Subjects that fit a pattern.
   *
   * @param asked patterns that a trust compares the subject with
   * @param places where else the trust speaks of, as contexts of a subject: {@code environment:production}
   * @param repository whose jobs carry the subjects
   */
  static List<GithubSubject> subjects(List<Glob> asked, List<String> places, GithubId repository) {
    List<String> prefixes = Stream.concat(Stream.of(GithubSubject.prefixOf(repository)),
        asked.stream().flatMap(glob -> GithubSubject.prefixOf(repository, glob.text()).stream())).distinct().toList();
    Stream<String> open = prefixes.stream().flatMap(prefix ->
        asked.stream().flatMap(glob -> PLACES.stream().flatMap(place -> glob.witness(prefix + place.start, place.whenOpen).stream())));
    Stream<String> named = prefixes.stream().flatMap(prefix -> places.stream().map(prefix::concat))
        .filter(subject -> asked.stream().anyMatch(glob -> glob.matches(subject)));
    return Stream.concat(open, named)
        .distinct()
        .flatMap(subject -> GithubSubject.parse(subject).stream())
        .filter(GithubSubject::canOccur)
        .toList();
  }

  /** The tokens with these subjects and any of the audiences. */
  static List<TrustedToken> tokens(ResourceId holder, List<GithubSubject> subjects, List<String> audiences) {
    List<TrustedToken> tokens = new ArrayList<>();
    for (GithubSubject subject : subjects) {
      for (String audience : audiences) {
        SortedMap<String, List<String>> claims = claims(subject);
        claims.put("aud", List.of(audience));
        tokens.add(new TrustedToken(holder, claims, List.of(), subject.condition(holder)));
      }
    }
    return tokens;
  }

  static SortedMap<String, List<String>> claims(GithubSubject subject) {
    SortedMap<String, List<String>> claims = new TreeMap<>();
    claims.put("sub", List.of(subject.text()));
    GithubId repository = subject.repositoryId();
    claims.put("repository", List.of(repository.owner() + "/" + repository.repository()));
    claims.put("repository_owner", List.of(repository.owner()));
    boolean isRef = subject.context().startsWith("ref:");
    boolean isEnvironment = subject.context().startsWith("environment:");
    if (isRef) {
      claims.put("ref", List.of(subject.context().substring("ref:".length())));
    }
    claims.put("environment", isEnvironment ? List.of(subject.context().substring("environment:".length())) : List.of());
    return claims;
  }
}
