package io.drawbridge.edge.federation;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.FederatedIdentityCredential;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is not known of federated credentials. */
final class CredentialGaps {

  private CredentialGaps() {}

  static CoverageGap unreadableExpression(TrustedCredential credential) {
    return new CoverageGap(credential.origin().scope(), CoverageEntry.GLOBAL, credential.origin().document().kind(),
        credential.origin().document().id(), CoverageGap.MALFORMED, "the claims matching expression has a form that is not known: whom it admits is not known", "");
  }

  /** Identities whose credentials were not read: one by one, or a whole tenant at once where none was. */
  static List<CoverageGap> unread(Estate estate) {
    Coverage coverage = estate.coverage();
    Set<Object> known = estate.inventory().all(FederatedIdentityCredential.class).stream()
        .map(FederatedIdentityCredential::holder).collect(Collectors.toSet());
    List<CoverageGap> gaps = new ArrayList<>();
    SortedSet<Scope> someRead = new TreeSet<>();
    coverage.entries().stream().filter(entry -> entry.operation().equals(EntraDirectory.APPLICATION_CREDENTIALS))
        .forEach(entry -> someRead.add(entry.scope()));
    for (Application application : estate.inventory().all(Application.class)) {
      String subject = application.id().objectId();
      Scope tenant = application.scope();
      if (!known.contains(application.id()) && coverage.reading(tenant, EntraDirectory.APPLICATION_CREDENTIALS, subject) != Reading.READ) {
        gaps.add(Gaps.of(estate, tenant, EntraDirectory.APPLICATION_CREDENTIALS, someRead.contains(tenant) ? subject : "",
            "which tokens of other issuers an application trusts is not known"));
      }
    }
    for (UserAssignedIdentity identity : estate.inventory().all(UserAssignedIdentity.class)) {
      boolean read = coverage.reading(identity.scope(), EntraDirectory.IDENTITY_CREDENTIALS) == Reading.READ
          || coverage.reading(Scope.tenant(identity.tenantId()), EntraDirectory.IDENTITY_CREDENTIALS) == Reading.READ;
      if (!read && !known.contains(identity.id())) {
        gaps.add(Gaps.of(estate, identity.scope(), EntraDirectory.IDENTITY_CREDENTIALS, "",
            "which tokens of other issuers user-assigned identities trust is not known"));
      }
    }
    return gaps;
  }
}
