package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.graph.Technique;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Organizations of Azure DevOps as issuers: their pipelines get tokens for the service connections that they use.
 *
 * <p>An organization signs as {@code vstoken.dev.azure.com/<organization id>} with the subject {@code sc://<organization>/<project>/<connection>};
 * newer connections of Azure have Entra sign, with a subject that ends with {@code /sc/<organization id>/<connection id>}. All are for one audience.
 * Sources: learn.microsoft.com, "Manually set a workload identity Resource Manager service connection"; AWS, "How to federate into AWS from Azure
 * DevOps using OpenID Connect". <b>Not modelled:</b> who edits which pipeline, which no answer of Azure or Entra tells; Azure DevOps Administrators,
 * who set policies of a tenant's organizations and take part in no project by that.
 */
final class AzureDevOps {

  static final Technique TECHNIQUE = new Technique("azure-devops-connection", "runs a pipeline that uses the service connection", "T1195.002",
      "name one service connection in the trust, and approve the pipelines that may use it");

  /** What every token is for. */
  private static final String AUDIENCE = "api://AzureADTokenExchange";

  private static final String HOST = "vstoken.dev.azure.com/";
  private static final String GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** Group 1: the organization. */
  private static final Pattern BY_ENTRA = Pattern.compile(".*/sc/(" + GUID + ")/" + GUID, Pattern.CASE_INSENSITIVE);

  private AzureDevOps() {}

  static boolean isIssuer(String url) {
    return Issuers.node(url).name().startsWith(HOST);
  }

  /** Whether the issuer makes tokens for an audience: an organization for one, every other issuer as far as is known for any. */
  static boolean serves(String issuer, String audience) {
    return !isIssuer(issuer) || audience.equals(AUDIENCE);
  }

  /** The organization for whose connection Entra signs a token with this subject. */
  static Optional<ExternalId> organization(String subject) {
    Matcher matcher = BY_ENTRA.matcher(subject);
    return matcher.matches() ? Optional.of(Issuers.node(HOST + matcher.group(1))) : Optional.empty();
  }
}
