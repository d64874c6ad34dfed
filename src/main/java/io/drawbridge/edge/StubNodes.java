package io.drawbridge.edge;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.AccessKeyId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The node of an edge's end that no record describes: what its id alone says. */
final class StubNodes {

  private static final Pattern TENANT = Pattern.compile("entra://([^/]+).*");

  private StubNodes() {}

  static Node of(ResourceId id) {
    return switch (id) {
      case Arn arn -> Node.of(arn, NodeKind.FOREIGN_PRINCIPAL, arn.name(), Scope.account(arn.account()));
      case ArmId arm -> Node.of(arm, NodeKind.AZURE_RESOURCE, arm.name(), armScope(arm));
      case EntraId entra -> Node.of(entra, NodeKind.FOREIGN_PRINCIPAL, entra.objectId(), Scope.tenant(entra.tenant()));
      case AccessKeyId key -> Node.of(key, NodeKind.AWS_ACCESS_KEY, key.keyId(), Scope.WORLD);
      case GithubId github -> github(github);
      case ExternalId external -> external(external);
      case PrivilegeId privilege -> privilege(privilege);
      case CapabilitySetId set -> set(set);
    };
  }

  private static Scope armScope(ArmId arm) {
    return arm.subscription().map(Scope::subscription).orElse(new Scope(io.drawbridge.cloud.Cloud.AZURE, arm.text()));
  }

  private static Node github(GithubId id) {
    NodeKind kind = id.part().isEmpty() ? NodeKind.CI_REPOSITORY : NodeKind.CI_REPOSITORY_PART;
    String name = id.owner() + "/" + id.repository() + (id.part().isEmpty() ? "" : " " + id.part());
    return Node.of(id, kind, name, Scope.WORLD);
  }

  private static Node external(ExternalId id) {
    NodeKind kind = switch (id.kind()) {
      case "internet" -> NodeKind.INTERNET;
      case "aws" -> NodeKind.FOREIGN_AWS_ACCOUNT;
      case "entra" -> NodeKind.FOREIGN_TENANT;
      default -> NodeKind.ISSUER;
    };
    return Node.of(id, kind, id.name().isEmpty() ? kind.title() : id.name(), Scope.WORLD);
  }

  private static Node privilege(PrivilegeId id) {
    return switch (id.power()) {
      case "AccountAdmin" -> Node.of(id, NodeKind.ACCOUNT_ADMIN, "administrator of " + id.scope(), Scope.account(id.scope()));
      case "TenantGlobalAdmin" -> Node.of(id, NodeKind.TENANT_GLOBAL_ADMIN, "global administrator of " + id.scope(), Scope.tenant(id.scope()));
      default -> Node.of(id, NodeKind.SUBSCRIPTION_OWNER, "owner of " + id.scope(), privilegeScope(id.scope()));
    };
  }

  private static Scope privilegeScope(String scope) {
    return scope.startsWith("/") ? armScope(new ArmId(scope)) : Scope.subscription(scope);
  }

  private static Node set(CapabilitySetId id) {
    Matcher tenant = TENANT.matcher(id.scope());
    if (tenant.matches()) {
      return Node.of(id, NodeKind.AZURE_CAPABILITY_SET, id.capability() + " on " + id.scope(), Scope.tenant(tenant.group(1)));
    }
    boolean azure = id.scope().startsWith("/");
    NodeKind kind = azure ? NodeKind.AZURE_CAPABILITY_SET : NodeKind.AWS_CAPABILITY_SET;
    Scope scope = azure ? armScope(new ArmId(id.scope())) : Scope.account(id.scope().split("/", 2)[0]);
    return Node.of(id, kind, id.capability() + " on " + id.scope(), scope);
  }
}
