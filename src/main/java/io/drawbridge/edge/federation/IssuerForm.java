package io.drawbridge.edge.federation;

import io.drawbridge.edge.Glob;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the subjects of an issuer's tokens look like: a trust that asks for another subject admits nobody.
 *
 * <p>Sources: Kubernetes, "Managing Service Accounts"; docs.gitlab.com, "OpenID Connect (OIDC) Authentication Using ID Tokens"; HCP Terraform,
 * "Workload identity tokens"; circleci.com, "Using OpenID Connect tokens in jobs"; buildkite.com, "OIDC with Buildkite"; Bitbucket Cloud, "Integrate
 * Pipelines with resource servers using OIDC"; docs.spacelift.io, "OpenID Connect"; vercel.com, "OIDC reference"; Google Identity, "OpenID Connect";
 * learn.microsoft.com, "Workload identity federation" of Azure DevOps service connections. Issuers whose owner chooses the form, such as Okta and
 * Buildkite's, are not here.
 *
 * @param issuer without scheme
 * @param start what every subject begins with
 * @param rest one way to go on, where a trust leaves that open
 * @param subject every subject
 */
record IssuerForm(Pattern issuer, String start, String rest, Pattern subject) {

  private static final String ANY = "drawbridge-witness";
  private static final String ANY_ID = "00000000-0000-0000-0000-000000000000";

  private static final List<IssuerForm> ALL =
      List.of(
          form("(oidc\\.eks\\.[a-z0-9-]+\\.(amazonaws\\.com(\\.cn)?|api\\.aws)/id/.+)|([a-z0-9-]+\\.oic\\.[a-z0-9-]+\\.azure\\.com/.+)|(container\\.googleapis\\.com/v1/projects/.+)",
              "system:serviceaccount:", ANY + ":" + ANY, "[a-z0-9.-]+:[a-z0-9.-]+"),
          form("gitlab\\.com", "project_path:", ANY + "/" + ANY + ":ref_type:branch:ref:main", ".+"),
          form("app\\.terraform\\.io", "organization:", ANY + ":project:" + ANY + ":workspace:" + ANY + ":run_phase:apply", "[^:]+:project:[^:]+:.+"),
          form("oidc\\.circleci\\.com/org/.+", "org/", ANY_ID + "/project/" + ANY_ID + "/user/" + ANY_ID, "[^/]+/project/[^/]+/user/.+"),
          form("api\\.bitbucket\\.org/2\\.0/workspaces/[^/]+/pipelines-config/identity/oidc", "{", ANY_ID + "}:{" + ANY_ID + "}", "[0-9a-f-]+}(:.+)?"),
          form("[a-z0-9-]+\\.app(\\.us)?\\.spacelift\\.io", "space:", ANY + ":stack:" + ANY + ":run_type:TRACKED:scope:write", "[^:]+:(stack|module):[^:]+:.+"),
          form("oidc\\.vercel\\.com(/.+)?", "owner:", ANY + ":project:" + ANY + ":environment:production", "[^:]+:project:[^:]+:environment:.+"),
          form("accounts\\.google\\.com", "", "100000000000000000000", "[0-9].*"),
          form("vstoken\\.dev\\.azure\\.com/.+", "", "sc://" + ANY + "/" + ANY + "/" + ANY, "(sc|p)://[^/]+/[^/]+/.+"));

  private static IssuerForm form(String issuer, String start, String rest, String after) {
    return new IssuerForm(Pattern.compile(issuer), start, rest, Pattern.compile(Pattern.quote(start) + after));
  }

  /** Whether a token of the issuer can carry the subject; true for issuers whose form is not known. */
  static boolean admits(String issuer, String subject) {
    return of(issuer).allMatch(form -> form.subject.matcher(subject).matches());
  }

  /**
   * Subjects of the issuer that fit what a trust asks for, and one that it does not speak of.
   *
   * @param patterns that the trust compares the subject with
   */
  static List<String> subjects(String issuer, Collection<String> patterns) {
    IssuerForm form = of(issuer).findFirst().orElseGet(() -> form("", "", ANY, "(?s).*"));
    Stream<String> asked = patterns.stream().map(Glob::new)
        .flatMap(glob -> Stream.concat(glob.witnesses("", form.start + form.rest).stream(), glob.witnesses(form.start, form.rest).stream()));
    return Stream.concat(asked, Stream.of(form.start + form.rest)).filter(subject -> form.subject.matcher(subject).matches()).distinct().toList();
  }

  private static Stream<IssuerForm> of(String issuer) {
    String name = Issuers.node(issuer).name();
    return ALL.stream().filter(form -> form.issuer.matcher(name).matches());
  }
}
