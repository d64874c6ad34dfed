package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Optional;

/** Parsers of AWS Organizations: the tree, its accounts, and the control policies on it. */
final class OrganizationParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("organizations:describe-organization", "", OrganizationParsers::organization),
          ListParser.of("organizations:list-accounts", "Accounts", OrganizationParsers::account),
          ListParser.of("organizations:list-delegated-administrators", "DelegatedAdministrators", OrganizationParsers::delegatedAdministrator),
          ListParser.of("organizations:list-delegated-services-for-account", "DelegatedServices", OrganizationParsers::delegatedService),
          ListParser.of("organizations:list-aws-service-access-for-organization", "EnabledServicePrincipals", OrganizationParsers::serviceAccess),
          ListParser.of("organizations:list-parents", "Parents", OrganizationParsers::parent),
          ListParser.of("organizations:describe-policy", "", OrganizationParsers::policy),
          ListParser.of("organizations:list-targets-for-policy", "", OrganizationParsers::targets));

  private OrganizationParsers() {}

  private static Arn id(Item item, String resource) {
    return Arn.of("organizations", "", item.document().scope().id(), resource);
  }

  private static Optional<Organization> organization(Item item) {
    var organization = item.json().path("Organization");
    return Arn.find(Fields.text(organization, "Arn")).map(arn -> new Organization(item.origin(arn), arn, Fields.text(organization, "Id"),
        Fields.text(organization, "MasterAccountId")));
  }

  private static Optional<OrganizationAccount> account(Item item) {
    return Arn.find(item.text("Arn")).map(arn -> new OrganizationAccount(item.origin(arn), arn, item.text("Id"), item.text("Name"),
        item.text("Status").isEmpty() || item.text("Status").equals("ACTIVE")));
  }

  private static Optional<OrganizationParent> parent(Item item) {
    Arn id = id(item, "parent/" + item.document().subject());
    return item.text("Id").isEmpty() || item.document().subject().isEmpty() ? Optional.empty()
        : Optional.of(new OrganizationParent(item.origin(id), id, item.document().subject(), item.text("Id")));
  }

  /** The answer says for which service only when that was asked for: as the file's subject or the request's parameter. */
  private static Optional<DelegatedAdministrator> delegatedAdministrator(Item item) {
    String asked = item.document().parameters().getOrDefault("ServicePrincipal", item.document().subject());
    return delegated(item, item.text("Id"), asked);
  }

  private static Optional<DelegatedAdministrator> delegatedService(Item item) {
    String account = item.document().parameters().getOrDefault("AccountId", item.document().subject());
    return delegated(item, account, item.text("ServicePrincipal"));
  }

  private static Optional<OrganizationServiceAccess> serviceAccess(Item item) {
    Arn id = id(item, "service-access/" + item.text("ServicePrincipal"));
    return item.text("ServicePrincipal").isEmpty() ? Optional.empty()
        : Optional.of(new OrganizationServiceAccess(item.origin(id), id, item.text("ServicePrincipal")));
  }

  private static Optional<DelegatedAdministrator> delegated(Item item, String account, String service) {
    Arn id = id(item, "delegated-administrator/" + account + (service.isEmpty() ? "" : "/" + service));
    return account.isEmpty() ? Optional.empty() : Optional.of(new DelegatedAdministrator(item.origin(id), id, account, service));
  }

  private static Optional<ControlPolicy> policy(Item item) {
    var summary = item.json().path("Policy").path("PolicySummary");
    return Arn.find(Fields.text(summary, "Arn")).flatMap(arn -> item.policies(arn)
        .policy(item.json().path("Policy").path("Content"), "/Policy/Content", Fields.text(summary, "Name"))
        .map(policy -> new ControlPolicy(item.origin(arn), arn, Fields.text(summary, "Id"), Fields.text(summary, "Type"), policy)));
  }

  private static Optional<ControlPolicyTargets> targets(Item item) {
    Arn id = id(item, "targets/" + item.document().subject());
    return item.document().subject().isEmpty() ? Optional.empty()
        : Optional.of(new ControlPolicyTargets(item.origin(id), id, item.document().subject(), Fields.texts(item.json().path("Targets"), "TargetId")));
  }
}
