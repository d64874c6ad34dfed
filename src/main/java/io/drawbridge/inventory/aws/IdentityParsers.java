package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.AccessKeyId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.Thumbprint;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parsers of IAM beside the authorization details, and of findings about workloads. */
final class IdentityParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("iam:list-access-keys", "AccessKeyMetadata", IdentityParsers::accessKey),
          ListParser.of("iam:list-open-id-connect-providers", "OpenIDConnectProviderList", IdentityParsers::listedProvider),
          ListParser.of("iam:get-open-id-connect-provider", "", IdentityParsers::oidcProvider),
          ListParser.of("iam:get-saml-provider", "", IdentityParsers::samlProvider),
          ListParser.of("iam:list-instance-profiles", "InstanceProfiles", IdentityParsers::instanceProfile),
          ListParser.of("iam:get-outbound-web-identity-federation-info", "", IdentityParsers::outboundFederation),
          new InspectorParser(),
          new SecurityHubParser());

  /** The metadata's own entity, which its root element names; group 1: the entity. */
  private static final Pattern ENTITY = Pattern.compile("\\bentityID\\s*=\\s*[\"']([^\"'<>]+)[\"']");

  private static final Pattern CERTIFICATE = Pattern.compile("<(?:[A-Za-z0-9]+:)?X509Certificate[^>]*>([^<]+)<");

  private IdentityParsers() {}

  private static Optional<AccessKey> accessKey(Item item) {
    String id = item.text("AccessKeyId");
    String user = item.text("UserName").isEmpty() ? item.document().subject() : item.text("UserName");
    if (id.isEmpty() || user.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new AccessKey(item.origin(item.arn("iam", "user/" + user)), new AccessKeyId(id), user, item.text("Status").equals("Active")));
  }

  private static Optional<ListedOidcProvider> listedProvider(Item item) {
    return Arn.find(item.text("Arn")).map(arn -> new ListedOidcProvider(item.origin(arn), arn));
  }

  private static Optional<OidcProvider> oidcProvider(Item item) {
    String url = item.text("Url").replaceFirst("^https://", "");
    Arn arn = Arn.find(item.document().subject())
        .or(() -> Arn.find(item.document().parameters().getOrDefault("OpenIDConnectProviderArn", "")))
        .orElseGet(() -> item.arn("iam", "oidc-provider/" + url));
    return url.isEmpty() ? Optional.empty()
        : Optional.of(new OidcProvider(item.origin(arn), arn, url, Fields.texts(item.json().path("ClientIDList"))));
  }

  private static Optional<SamlProvider> samlProvider(Item item) {
    String metadata = item.text("SAMLMetadataDocument");
    Matcher entity = ENTITY.matcher(metadata);
    List<String> certificates = CERTIFICATE.matcher(metadata).results().flatMap(found -> Thumbprint.ofCertificate(found.group(1)).stream()).distinct().toList();
    return Arn.find(item.document().subject()).or(() -> Arn.find(item.document().parameters().getOrDefault("SAMLProviderArn", "")))
        .map(arn -> new SamlProvider(item.origin(arn), arn, entity.find() ? entity.group(1) : "", certificates));
  }

  private static Optional<InstanceProfile> instanceProfile(Item item) {
    return Arn.find(item.text("Arn")).map(arn -> new InstanceProfile(item.origin(arn), arn, Fields.texts(item.json().path("Roles"), "Arn")));
  }

  private static Optional<OutboundFederation> outboundFederation(Item item) {
    Arn account = Arn.of("iam", "", item.document().scope().id(), "root");
    boolean enabled = item.json().path("JwtVendingEnabled").asBoolean(!item.text("IssuerIdentifier").isEmpty());
    return Optional.of(new OutboundFederation(item.origin(account), account, item.text("IssuerIdentifier"), enabled));
  }
}
