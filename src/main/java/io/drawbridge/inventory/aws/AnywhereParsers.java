package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parsers of IAM Roles Anywhere. */
final class AnywhereParsers {

  private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("rolesanywhere:list-trust-anchors", "trustAnchors", AnywhereParsers::anchor),
          ListParser.of("rolesanywhere:list-profiles", "profiles", AnywhereParsers::profile));

  private AnywhereParsers() {}

  private static Optional<TrustAnchor> anchor(Item item) {
    String bundle = Fields.text(item.json().path("source").path("sourceData"), "x509CertificateData");
    List<String> thumbprints = PEM.matcher(bundle).results().flatMap(match -> thumbprint(match.group(1))).toList();
    return Arn.find(item.text("trustAnchorArn"))
        .map(arn -> new TrustAnchor(item.origin(arn), arn, item.text("name"), item.json().path("enabled").asBoolean(false), thumbprints));
  }

  private static Optional<AnywhereProfile> profile(Item item) {
    return Arn.find(item.text("profileArn")).map(arn -> new AnywhereProfile(item.origin(arn), arn, item.text("name"),
        item.json().path("enabled").asBoolean(false), Fields.texts(item.json().path("roleArns"))));
  }

  /** Of the certificate as it is encoded, which is how other stores name it; none of what is no certificate. */
  private static Stream<String> thumbprint(String base64) {
    try {
      byte[] certificate = Base64.getMimeDecoder().decode(base64);
      return Stream.of(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(certificate)));
    } catch (IllegalArgumentException | NoSuchAlgorithmException notReadable) {
      return Stream.empty();
    }
  }
}
