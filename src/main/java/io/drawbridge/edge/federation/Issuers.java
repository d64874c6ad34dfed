package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.ExternalId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who stands behind an issuer's URL. */
final class Issuers {

  /** Both generations of Entra's issuers as tokens spell them; group 1: the tenant of the first, group 2: of the second. */
  private static final Pattern ENTRA = Pattern.compile(
      "(?:https://)?(?:sts\\.windows\\.net/([0-9a-f-]{36})/|login\\.microsoftonline\\.com/([0-9a-f-]{36})/v2\\.0)", Pattern.CASE_INSENSITIVE);

  private static final Pattern LIKE_ENTRA = Pattern.compile("(?:https?://)?(?:sts\\.windows\\.net|login\\.microsoftonline\\.com)/.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern AWS = Pattern.compile("https://[0-9a-f-]{36}\\.tokens\\.sts\\.global\\.api\\.aws");

  private Issuers() {}

  /**
   * A tenant's issuer.
   *
   * @param version 1 for {@code sts.windows.net}, 2 for {@code login.microsoftonline.com/…/v2.0}
   */
  record EntraIssuer(String tenant, int version) {}

  /** Reads an issuer of Entra, with or without scheme. */
  static Optional<EntraIssuer> entra(String url) {
    Matcher matcher = ENTRA.matcher(url);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    String second = matcher.group(2);
    return first != null ? Optional.of(new EntraIssuer(first, 1)) : Optional.of(new EntraIssuer(second == null ? "" : second, 2));
  }

  /** True for Entra's issuers and for texts that only look like them, which no token carries. */
  static boolean looksLikeEntra(String url) {
    return LIKE_ENTRA.matcher(url).matches();
  }

  /** True for the issuer of the tokens that an AWS account gives its own principals. */
  static boolean isAws(String url) {
    return AWS.matcher(url).matches();
  }

  /** True for GitHub's issuer and for texts that only look like it, which no token carries. */
  static boolean isGithub(String url) {
    return node(url).name().equalsIgnoreCase(GithubSubject.ISSUER_HOST);
  }

  /** The node of an issuer that no rule looks behind. */
  static ExternalId node(String url) {
    return new ExternalId("issuer", url.replaceFirst("^https?://", "").replaceFirst("/$", ""));
  }
}
