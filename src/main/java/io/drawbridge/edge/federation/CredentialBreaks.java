package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.federation.Issuers.EntraIssuer;
import io.drawbridge.inventory.aws.OutboundFederation;
import io.drawbridge.inventory.azure.FederatedIdentityCredential;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import java.util.Optional;

/** What of a federated identity credential no token fits. */
final class CredentialBreaks {

  private CredentialBreaks() {}

  static Optional<String> of(Estate estate, FederatedIdentityCredential credential) {
    String issuer = credential.issuer();
    boolean flexible = !credential.claimsMatchingExpression().isEmpty();
    if (credential.audiences().isEmpty()) {
      return Optional.of("it accepts no audience");
    }
    if (EntraDirectory.of(estate).credential(credential).isEmpty()) {
      return Optional.of("its identity is disabled");
    }
    if (Issuers.isGithub(issuer)) {
      return github(credential, flexible);
    }
    if (Issuers.looksLikeEntra(issuer)) {
      return Issuers.entra(issuer).filter(entra -> entra.version() == 2).map(entra -> entra(estate, credential, entra))
          .orElse(Optional.of("no token for the exchange spells its issuer " + issuer));
    }
    if (Issuers.isAws(issuer)) {
      return flexible ? Optional.of("an expression is not matched against tokens of AWS") : aws(estate, credential);
    }
    Optional<String> spelled = ClusterIssuers.of(estate).spelling(issuer).filter(exact -> !exact.equals(issuer));
    if (spelled.isPresent()) {
      return Optional.of("tokens of the cluster spell their issuer " + spelled.get());
    }
    if (credential.audiences().stream().noneMatch(audience -> AzureDevOps.serves(issuer, audience))) {
      return Optional.of("no token of " + issuer + " is for " + String.join(", ", credential.audiences()));
    }
    if (flexible) {
      return EntraDirectory.of(estate).credential(credential).filter(one -> !IssuerToEntra.fits(one))
          .map(one -> "no token of " + issuer + " fits " + one.expression());
    }
    return IssuerForm.admits(issuer, credential.subject()) ? Optional.empty() : Optional.of("no token of " + issuer + " has the subject " + credential.subject());
  }

  private static Optional<String> github(FederatedIdentityCredential credential, boolean flexible) {
    if (!credential.issuer().equals(GithubSubject.ISSUER)) {
      return Optional.of("tokens of GitHub spell their issuer " + GithubSubject.ISSUER);
    }
    boolean star = !flexible && GithubSubject.parse(credential.subject()).filter(subject -> !subject.isLiteral()).isPresent();
    return star ? Optional.of("a star in a plain subject is compared as it stands: " + credential.subject()) : Optional.empty();
  }

  private static Optional<String> entra(Estate estate, FederatedIdentityCredential credential, EntraIssuer issuer) {
    if (credential.audiences().stream().noneMatch(IssuerToEntra.EXCHANGE::contains)) {
      return Optional.of("no token for the exchange is for " + String.join(", ", credential.audiences()));
    }
    if (AzureDevOps.organization(credential.subject()).isPresent()) {
      return Optional.empty();
    }
    if (!tenant(estate, credential).map(issuer.tenant()::equals).orElse(true)) {
      return Optional.of("the issuer is the tenant " + issuer.tenant() + ", and managed identities of another tenant do not count");
    }
    boolean read = estate.coverage().reading(Scope.tenant(issuer.tenant()), EntraDirectory.SERVICE_PRINCIPALS) == Reading.READ;
    boolean there = EntraDirectory.of(estate).holder(issuer.tenant(), credential.subject()).filter(EntraDirectory.TokenHolder::isManagedIdentity).isPresent();
    return !read || there ? Optional.empty() : Optional.of("no enabled managed identity of the tenant has the object id " + credential.subject());
  }

  private static Optional<String> tenant(Estate estate, FederatedIdentityCredential credential) {
    return switch (credential.holder()) {
      case EntraId application -> Optional.of(application.tenant());
      case ArmId identity -> estate.inventory().find(UserAssignedIdentity.class, identity).map(UserAssignedIdentity::tenantId);
      default -> Optional.empty();
    };
  }

  private static Optional<String> aws(Estate estate, FederatedIdentityCredential credential) {
    Optional<Arn> subject = Arn.find(credential.subject());
    if (subject.isEmpty()) {
      return Optional.of("the subject is no ARN of a role or user: " + credential.subject());
    }
    Optional<OutboundFederation> outbound = estate.inventory().all(OutboundFederation.class).stream()
        .filter(one -> one.issuer().equals(credential.issuer())).findFirst();
    if (outbound.isEmpty()) {
      return estate.inventory().all(OutboundFederation.class).stream().filter(one -> one.scope().id().equals(subject.get().account())).findFirst()
          .map(one -> "account " + subject.get().account() + " issues its tokens as " + one.issuer());
    }
    if (!outbound.get().enabled()) {
      return Optional.of("account " + outbound.get().scope().id() + " issues no tokens: its outbound federation is disabled");
    }
    if (!outbound.get().scope().id().equals(subject.get().account())) {
      return Optional.of("the issuer is account " + outbound.get().scope().id() + ", and the subject a principal of " + subject.get().account());
    }
    Optional<AwsIdentity> identity = AwsAuthorization.of(estate).find(subject.get());
    if (identity.isEmpty()) {
      boolean read = estate.coverage().reading(outbound.get().scope(), FederatedEdges.AUTHORIZATION_DETAILS) == Reading.READ;
      return read ? Optional.of("no principal of the account has the ARN " + subject.get()) : Optional.empty();
    }
    boolean allowed = EntraDirectory.of(estate).credential(credential).filter(one -> AwsToEntra.rule(estate, identity.get(), one).possible()).isPresent();
    return allowed ? Optional.empty() : Optional.of(subject.get() + " may not have a token for " + String.join(", ", credential.audiences()));
  }
}
