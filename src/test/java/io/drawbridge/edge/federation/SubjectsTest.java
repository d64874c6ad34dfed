package io.drawbridge.edge.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.edge.Glob;
import org.junit.jupiter.api.Test;

class SubjectsTest {

  private static final String PREFIX = "repo:acme/shop:";

  @Test
  void aStarAtTheEndWithoutColonTakesInOtherRepositories() {
    assertThat(new Glob("repo:acme/shop*").witness("repo:acme/shop-docs:", "ref:refs/heads/x")).isPresent();
    assertThat(new Glob("repo:acme/shop:*").witness("repo:acme/shop-docs:", "ref:refs/heads/x")).isEmpty();
  }

  @Test
  void theWitnessBeginsWithThePrefixAndMatches() {
    assertThat(new Glob("repo:acme/*:ref:refs/heads/rel?ase/*").witness(PREFIX, "any"))
        .contains("repo:acme/shop:ref:refs/heads/relxase/drawbridge-witness");
    assertThat(new Glob("*").witness(PREFIX, "pull_request")).contains("repo:acme/shop:pull_request");
    assertThat(new Glob("repo:acme/shop:ref:refs/heads/main").witness(PREFIX, "any"))
        .contains("repo:acme/shop:ref:refs/heads/main");
  }

  @Test
  void otherOwnersAndShorterPatternsGiveNoWitness() {
    assertThat(new Glob("repo:other/shop:*").witness(PREFIX, "any")).isEmpty();
    assertThat(new Glob("repo:acme/sho").witness(PREFIX, "any")).isEmpty();
    assertThat(new Glob("").witness(PREFIX, "any")).isEmpty();
  }

  @Test
  void manyStarsEndSoon() {
    assertThat(new Glob("a*".repeat(200) + "b").matches("a".repeat(5000))).isFalse();
  }

  @Test
  void aStarIsNoPartOfASubjectThatGithubIssues() {
    assertThat(GithubSubject.parse("repo:acme/shop:*")).get().extracting(GithubSubject::canOccur).isEqualTo(false);
    assertThat(GithubSubject.parse("repo:acme/shop:ref:refs/heads/main")).get().extracting(GithubSubject::canOccur).isEqualTo(true);
    assertThat(GithubSubject.parse("repo:acme/*:ref:refs/heads/main")).isEmpty();
  }

  @Test
  void aFlexibleExpressionOfAnotherShapeSaysNothing() {
    assertThat(FlexibleExpression.parse("claims['sub'] matches 'repo:a/b:*' and claims['job_workflow_ref'] eq 'x'")).get()
        .satisfies(read -> assertThat(read.others()).hasSize(1));
    assertThat(FlexibleExpression.parse("claims['sub'] startswith 'repo:a'")).isEmpty();
    assertThat(FlexibleExpression.parse("claims['sub'] matches 'repo:a/b:*' or claims['sub'] eq 'y'")).isEmpty();
  }
}
