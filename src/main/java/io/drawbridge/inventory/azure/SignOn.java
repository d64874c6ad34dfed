package io.drawbridge.inventory.azure;

import io.drawbridge.inventory.Thumbprint;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How an application signs users in by SAML.
 *
 * @param mode {@code saml}, or empty where nobody chose one
 * @param replyUrls where its assertions go
 * @param active thumbprint of the certificate that signs, or empty where it was not said
 * @param certificates thumbprints of every certificate that it may sign with
 * @param read false where the listing left its certificates out
 */
public record SignOn(String mode, List<String> replyUrls, String active, NavigableSet<String> certificates, boolean read) {

  public SignOn {
    replyUrls = List.copyOf(replyUrls);
    certificates = Collections.unmodifiableNavigableSet(new TreeSet<>(certificates));
  }

  /** Reads it from a service principal. Source: Microsoft Graph, resource types servicePrincipal and keyCredential. */
  static SignOn of(Item item) {
    String active = Thumbprint.read(item.text("preferredTokenSigningKeyThumbprint")).orElse("");
    NavigableSet<String> certificates = new TreeSet<>();
    item.at("keyCredentials").forEach(key -> {
      Thumbprint.read(Item.text(Item.at(key, "customKeyIdentifier"))).ifPresent(certificates::add);
      Thumbprint.ofCertificate(Item.text(Item.at(key, "key"))).ifPresent(certificates::add);
    });
    if (!active.isEmpty()) {
      certificates.add(active);
    }
    return new SignOn(item.lower("preferredSingleSignOnMode"), item.texts("replyUrls"), active, certificates,
        item.at("keyCredentials").isArray() || !active.isEmpty());
  }

  /** Whether it may sign users in by SAML. */
  public boolean isSaml() {
    return mode.isEmpty() || mode.equals("saml");
  }
}
