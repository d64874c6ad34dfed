package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.edge.Glob;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whose jobs might carry a subject that a trust asks for: repositories, parts of them, and anybody. */
final class GithubHolders {

  static final ExternalId ANYBODY = new ExternalId("issuer", GithubSubject.ISSUER_HOST);

  private GithubHolders() {}

  /**
   * For each holder the subjects worth trying; a part has just one.
   *
   * @param asked what the trust compares the subject with
   * @param places where else the trust speaks of, as contexts of a subject
   */
  static SortedMap<ResourceId, List<GithubSubject>> candidates(GithubRepositories repositories, TrustSubjects asked, List<String> places) {
    SortedMap<ResourceId, List<GithubSubject>> candidates = new TreeMap<>();
    List<Glob> globs = asked.globs();
    for (GithubId repository : repositories.fitting(asked)) {
      GithubId speaker = repository.repository().equals("*") ? GithubTokens.unnamed(repository.owner()) : repository;
      candidates.put(repository, GithubTokens.subjects(globs, places, speaker));
      repositories.parts(repository).forEach(part -> candidates.put(part, subjects(part, asked)));
    }
    candidates.put(ANYBODY, GithubTokens.anybodys(globs).stream()
        .flatMap(repository -> GithubTokens.subjects(globs, places, repository).stream()).toList());
    return candidates;
  }

  /** The subject of a part, and the same with ids where the trust spells it so. */
  private static List<GithubSubject> subjects(GithubId part, TrustSubjects asked) {
    Stream<GithubSubject> withIds = asked.literals().stream().flatMap(literal -> GithubSubject.parse(literal).stream())
        .filter(subject -> subject.hasIds() && subject.partId().equals(part));
    return Stream.concat(GithubSubject.parse(GithubSubject.subjectOf(part)).stream(), withIds).toList();
  }
}
