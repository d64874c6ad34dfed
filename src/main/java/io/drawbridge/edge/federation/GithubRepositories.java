package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Glob;
import io.drawbridge.edge.federation.OidcProviders.TrustedProvider;
import io.drawbridge.inventory.Origin;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every GitHub repository, and every part of one, that a trust of either cloud names; and owners of whom any repository is trusted. */
public final class GithubRepositories {

  private final SortedMap<GithubId, List<GithubId>> partsOf = new TreeMap<>();
  private final SortedMap<GithubId, List<Origin>> namedBy = new TreeMap<>();
  private final NavigableSet<String> openOwners = new TreeSet<>();

  private GithubRepositories(Estate estate) {
    for (TrustedProvider trusted : OidcProviders.of(estate).trusted()) {
      if (trusted.provider().url().equals(GithubSubject.ISSUER_HOST)) {
        trusted.role().trust().ifPresent(trust -> role(trusted, trust));
      }
    }
    EntraDirectory.of(estate).credentials().stream()
        .filter(credential -> credential.issuer().equals(GithubSubject.ISSUER))
        .forEach(this::credential);
  }

  public static GithubRepositories of(Estate estate) {
    return estate.view(GithubRepositories.class, GithubRepositories::new);
  }

  /** Whole repositories, sorted, with {@code github://<owner>/*} for owners of whom any is trusted. */
  public List<GithubId> all() {
    List<GithubId> all = new ArrayList<>(partsOf.keySet());
    openOwners.forEach(owner -> all.add(new GithubId(owner, "*", "")));
    return List.copyOf(all);
  }

  /** The documents that name a repository or a part. */
  List<Origin> namedBy(GithubId id) {
    return namedBy.getOrDefault(id, List.of());
  }

  Collection<GithubId> parts(GithubId repository) {
    return partsOf.getOrDefault(repository, List.of());
  }

  /** Repositories that subjects of these patterns may be of: those of one owner, or all. */
  NavigableSet<GithubId> fitting(TrustSubjects subjects) {
    NavigableSet<GithubId> fitting = new TreeSet<>();
    for (String pattern : subjects.open() ? List.of("*") : subjects.patterns()) {
      Optional<GithubSubject> one = GithubSubject.parse(pattern);
      if (one.isPresent()) {
        fitting.add(one.get().repositoryId());
      } else {
        String prefix = new Glob(pattern).literalPrefix();
        Optional<String> owner = GithubSubject.ownerOf(prefix);
        all().stream().filter(repository -> owner.isEmpty() || repository.owner().equals(owner.get())).forEach(fitting::add);
      }
    }
    return fitting;
  }

  private void role(TrustedProvider trusted, PolicyDocument trust) {
    Origin origin = trusted.role().origin();
    for (Statement statement : trust.statements()) {
      TrustSubjects.values(statement, trusted.keyPrefix() + ":sub").forEach(subject -> add(subject, statement.allows(), origin));
      TrustSubjects.values(statement, trusted.keyPrefix() + ":repository").forEach(name -> add("repo:" + name + ":", false, origin));
    }
  }

  private void credential(TrustedCredential credential) {
    String subject = credential.isFlexible()
        ? FlexibleExpression.parse(credential.expression()).flatMap(FlexibleExpression::subject).map(FlexibleExpression.Comparison::value).orElse("")
        : credential.subject();
    boolean isPattern = credential.isFlexible() || new Glob(subject).isLiteral();
    if (isPattern || GithubSubject.parse(subject).isPresent()) {
      add(subject, true, credential.origin());
    }
  }

  /**
   * Remembers what a subject names.
   *
   * @param grants false where a deny names it: a repository is known by that, a part of it needs no node
   */
  private void add(String pattern, boolean grants, Origin origin) {
    Optional<GithubSubject> subject = GithubSubject.parse(pattern.endsWith(":") ? pattern + "*" : pattern);
    if (subject.isEmpty()) {
      String prefix = new Glob(pattern).literalPrefix();
      GithubSubject.ownerOf(prefix).filter(owner -> grants).ifPresent(openOwners::add);
      return;
    }
    GithubId repository = subject.get().repositoryId();
    partsOf.computeIfAbsent(repository, none -> new ArrayList<>());
    remember(repository, origin);
    if (grants && subject.get().isLiteral()) {
      GithubId part = subject.get().partId();
      if (remember(part, origin)) {
        partsOf.computeIfAbsent(repository, none -> new ArrayList<>()).add(part);
      }
    }
  }

  private boolean remember(GithubId id, Origin origin) {
    List<Origin> origins = namedBy.computeIfAbsent(id, none -> new ArrayList<>());
    boolean isNew = origins.isEmpty();
    if (!origins.contains(origin)) {
      origins.add(origin);
    }
    return isNew;
  }
}
