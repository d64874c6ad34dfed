package io.drawbridge.edge.azure.compute;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.PublishingPolicy;
import io.drawbridge.inventory.azure.WebApp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which sites take the publishing password, by the deployment site or by FTP: both unless a policy of the site says no. */
final class PublishingPasswords {

  private static final int WAYS = 2;

  private final Readings readings;
  private final Map<ArmId, List<PublishingPolicy>> policies = new HashMap<>();

  /** What becomes of the password. */
  enum Use {
    TAKEN,
    REFUSED
  }

  private PublishingPasswords(Estate estate) {
    readings = AzureAuthorization.of(estate).readings();
    estate.inventory().all(PublishingPolicy.class).forEach(policy -> policies.computeIfAbsent(policy.site(), none -> new ArrayList<>()).add(policy));
  }

  static PublishingPasswords of(Estate estate) {
    return estate.view(PublishingPasswords.class, PublishingPasswords::new);
  }

  Use use(WebApp site) {
    List<PublishingPolicy> known = policies.getOrDefault(site.id(), List.of());
    return known.size() >= WAYS && known.stream().noneMatch(PublishingPolicy::allowed) ? Use.REFUSED : Use.TAKEN;
  }

  /** What is known of it, and what is not. */
  Proof proof(WebApp site) {
    Proof proof = Observed.fact(site, "/id", site.name());
    List<PublishingPolicy> known = policies.getOrDefault(site.id(), List.of());
    for (PublishingPolicy policy : known) {
      proof = proof.and(Observed.fact(policy, "/properties/allow", policy.name() + " " + policy.allowed()));
    }
    var operation = new Operation("arm", ArmTypes.of(site.id()) + "/basicpublishingcredentialspolicies");
    boolean read = !known.isEmpty() || readings.reading(site.id(), operation, site.id().text()) == Reading.READ;
    return read ? proof : proof.and(new Proof(List.of(), List.of(new Unread(Readings.home(site.id()), operation.toString()))));
  }
}
