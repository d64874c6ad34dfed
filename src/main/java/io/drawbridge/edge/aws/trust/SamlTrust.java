package io.drawbridge.edge.aws.trust;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.OtherAwsResource;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SAML providers that roles trust, and whether a role lets in somebody who signs its own assertions for one.
 *
 * <p>Who signs chooses everything in the assertion; where it is presented is one of AWS's sign-in pages. Source: STS API reference,
 * AssumeRoleWithSAML; IAM User Guide, "Available keys for SAML-based AWS STS federation". <b>Not modelled:</b> session tags in the
 * assertion.
 */
public final class SamlTrust {

  public static final Operation LIST = new Operation("iam", "list-saml-providers");

  private static final String ACTION = "sts:AssumeRoleWithSAML";
  private static final String FEDERATED = "Federated:";
  private static final String RESOURCE = "saml-provider/";
  private static final String AUDIENCE = "SAML:aud";
  private static final String SIGN_IN = "https://signin.aws.amazon.com/saml";
  private static final Pattern SIGN_IN_PAGES = Pattern.compile("https://([a-z0-9-]+\\.)?signin\\.(aws\\.amazon\\.com|amazonaws-us-gov\\.com|amazonaws\\.cn)/saml(/acs/[A-Za-z0-9]+)?");

  /** Keys that a caller without AWS credentials does not have. */
  private static final List<String> ABSENT = List.of("aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalArn", "aws:PrincipalAccount",
      "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "sts:ExternalId");

  private SamlTrust() {}

  /** A role and a provider of its account that its trust names. */
  public record Trusting(IamRole role, Arn provider) {}

  /** Roles with the providers that they trust, whether those exist or not; sorted by role. */
  public static List<Trusting> all(Estate estate) {
    List<Trusting> all = new ArrayList<>();
    for (IamRole role : estate.inventory().all(IamRole.class)) {
      named(role).forEach(provider -> all.add(new Trusting(role, provider)));
    }
    return all;
  }

  private static Set<Arn> named(IamRole role) {
    Set<Arn> named = new TreeSet<>();
    role.trust().stream().flatMap(trust -> trust.statements().stream()).filter(statement -> statement.allows() && !statement.principals().negated())
        .flatMap(statement -> statement.principals().values().stream()).filter(value -> value.startsWith(FEDERATED))
        .flatMap(value -> Arn.find(value.substring(FEDERATED.length())).stream())
        .filter(arn -> arn.account().equals(role.id().account()) && arn.resource().startsWith(RESOURCE)).forEach(named::add);
    return named;
  }

  /** Whether a provider is there; empty when its account's list was not read. */
  public static Optional<Boolean> exists(Estate estate, Arn provider) {
    if (estate.inventory().find(OtherAwsResource.class, provider).isPresent()) {
      return Optional.of(true);
    }
    return estate.coverage().reading(Scope.account(provider.account()), LIST) == Reading.READ ? Optional.of(false) : Optional.empty();
  }

  /** What is not known when {@link #exists} is empty. */
  public static CoverageGap unlisted(Estate estate, Arn provider) {
    return Gaps.of(estate, Scope.account(provider.account()), LIST, "", "which SAML providers of the account exist is not known");
  }

  /** Whether the role lets in who makes the provider's assertions. */
  public static Ruling admits(Estate estate, Trusting trusting) {
    return admits(estate, trusting, Map.of(), CHOSEN);
  }

  /** Whether the role lets in somebody of whom a provider with this entity id says what is true; what the trust asks of that stays open. */
  public static Ruling admitsUser(Estate estate, Trusting trusting, String entityId) {
    return admits(estate, trusting, Map.of("SAML:iss", List.of(entityId)), Set.of());
  }

  private static Ruling admits(Estate estate, Trusting trusting, Map<String, List<String>> said, Set<String> chosen) {
    Ruling best = null;
    for (String audience : audiences(trusting.role())) {
      Map<String, List<String>> claims = new TreeMap<>();
      ABSENT.forEach(key -> claims.put(key, List.of()));
      claims.putAll(said);
      claims.put(AUDIENCE, List.of(audience));
      claims.put("aws:FederatedProvider", List.of(trusting.provider().text()));
      claims.put("aws:PrincipalIsAWSService", List.of("false"));
      Ruling ruling = AwsAuthorization.of(estate).trust(trusting.role(), new AwsPrincipal.Federated(trusting.provider().text()), ACTION, claims, chosen);
      if (ruling.decision() instanceof Decision.Allowed) {
        return ruling;
      }
      best = best == null || (!best.possible() && ruling.possible()) ? ruling : best;
    }
    return java.util.Objects.requireNonNull(best);
  }

  /** What who writes the assertion says in it. */
  private static final Set<String> CHOSEN = Set.of("saml:sub", "saml:sub_type", "saml:iss", "saml:namequalifier", "saml:doc", "saml:cn", "saml:commonname",
      "saml:name", "saml:mail", "saml:uid", "saml:surname", "saml:givenname", "saml:organizationstatus", "saml:primarygroupsid", "saml:x500uniqueidentifier",
      "saml:edupersonaffiliation", "saml:edupersonassurance", "saml:edupersonentitlement", "saml:edupersonnickname", "saml:edupersonorgdn",
      "saml:edupersonorgunitdn", "saml:edupersonprimaryaffiliation", "saml:edupersonprimaryorgunitdn", "saml:edupersonprincipalname",
      "saml:edupersonscopedaffiliation", "saml:edupersontargetedid", "saml:eduorghomepageuri", "saml:eduorgidentityauthnpolicyuri", "saml:eduorglegalname",
      "saml:eduorgsuperioruri", "saml:eduorgwhitepagesuri", "sts:sourceidentity");

  private static List<String> audiences(IamRole role) {
    Stream<String> asked = role.trust().stream().flatMap(trust -> trust.statements().stream()).map(Statement::conditions).flatMap(List::stream)
        .filter(clause -> ResourceId.lowerCase(clause.key()).equals("saml:aud")).flatMap(clause -> clause.values().stream())
        .filter(value -> SIGN_IN_PAGES.matcher(value).matches());
    return Stream.concat(Stream.of(SIGN_IN), asked).distinct().toList();
  }
}
