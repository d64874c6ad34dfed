package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import io.drawbridge.policy.aws.AwsPrincipal.Iam;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Decides whether a request is allowed, as AWS does, in three values.
 *
 * <p>Where nothing is unknown every truth is one of two constants, and nothing is put together: the third value costs only who needs it.
 *
 * <p>Source: IAM User Guide, "Policy evaluation logic" and "Cross-account policy evaluation logic"; KMS Developer Guide, "Key policies";
 * IAM User Guide, "Update a role trust policy". <b>Not modelled:</b> KMS grants, S3 ACLs and public access blocks: they are no policies,
 * the rules that know them ask for them; requests whose resource is itself a pattern; services that look for the account and the session
 * of a caller in a NotPrincipal besides its user or role; the user behind a federated user's session.
 */
public final class AwsEvaluator {

  public Decision decide(AwsRequest request, AwsPolicies policies) {
    return decide(request, policies, NamedStatement::of);
  }

  /**
   * @param search finds the statements of a list of policies that speak of an action, which is given in lower case
   */
  static Decision decide(AwsRequest request, AwsPolicies policies, BiFunction<List<NamedPolicy>, String, List<NamedStatement>> search) {
    return new Evaluation(request, policies, search).decide();
  }

  /** One request against its policies. */
  private static final class Evaluation {
    private final AwsRequest request;
    private final String action;
    private final BiFunction<List<NamedPolicy>, String, List<NamedStatement>> search;
    private final StatementMatch match;
    private final Layer identity;
    private final Layer boundary;
    private final Layer session;
    private final Layer scps;
    private final Layer rcps;
    private final Layer endpoint;
    private final Layer resourceDirect;
    private final Layer resourceRole;
    private final Layer resourceAccount;
    private final boolean hasResourcePolicy;
    private final boolean hasBoundary;
    private final boolean hasSession;

    Evaluation(AwsRequest request, AwsPolicies policies, BiFunction<List<NamedPolicy>, String, List<NamedStatement>> search) {
      this.request = request;
      this.search = search;
      this.action = ResourceId.lowerCase(request.action());
      this.hasBoundary = policies.boundary().isPresent();
      this.hasSession = policies.session().isPresent();
      this.hasResourcePolicy = policies.resource().isPresent();
      this.match = new StatementMatch(request);
      boolean ruled = !isServiceLinkedRole();
      this.identity = isRootUser() ? Layer.ABSENT : own(PolicyLayer.IDENTITY, policies.identity());
      this.boundary = hasBoundary ? own(PolicyLayer.PERMISSION_BOUNDARY, policies.boundary().get()) : Layer.ABSENT;
      this.session = hasSession ? own(PolicyLayer.SESSION, List.of(policies.session().get())) : Layer.ABSENT;
      this.scps = ruled && request.principal() instanceof Iam ? levels(policies.scps(), level -> own(PolicyLayer.SERVICE_CONTROL_POLICY, level)) : Layer.ABSENT;
      this.rcps = ruled ? levels(policies.rcps(), level -> addressed(PolicyLayer.RESOURCE_CONTROL_POLICY, level)) : Layer.ABSENT;
      this.endpoint = policies.endpoint().isEmpty() ? Layer.ABSENT : addressed(PolicyLayer.VPC_ENDPOINT, policies.endpoint());
      List<NamedStatement> ofResource = hasResourcePolicy ? NamedStatement.of(List.of(policies.resource().get()), action) : List.of();
      this.resourceAccount = resource(ofResource, PrincipalMatch.ACCOUNT);
      boolean letsNobodyIn = resourceAccount.allows().isNever();
      this.resourceDirect = letsNobodyIn ? resourceAccount : resource(ofResource, PrincipalMatch.DIRECT);
      this.resourceRole = letsNobodyIn ? resourceAccount : resource(ofResource, PrincipalMatch.ROLE);
    }

    /** What policies say of whom they are attached to. */
    private Layer own(PolicyLayer kind, List<NamedPolicy> policies) {
      return Layer.of(kind, search.apply(policies, action), match, statement -> Truth.YES);
    }

    /** What policies say that may name whom they mean. */
    private Layer addressed(PolicyLayer kind, List<NamedPolicy> policies) {
      return Layer.of(kind, search.apply(policies, action), match, this::namesCallerOrNobody);
    }

    /** Levels of which each must allow, as from an organization's root down to the account. */
    private static Layer levels(List<List<NamedPolicy>> levels, Function<List<NamedPolicy>, Layer> layer) {
      Layer all = Layer.ABSENT;
      for (List<NamedPolicy> level : levels) {
        all = all.and(layer.apply(level));
      }
      return all;
    }

    private Layer resource(List<NamedStatement> statements, PrincipalMatch atLeast) {
      PolicyLayer kind = isRoleTrust() ? PolicyLayer.TRUST : PolicyLayer.RESOURCE;
      return Layer.of(kind, statements, match, statement -> principal(statement, statement.allows() ? atLeast : PrincipalMatch.ACCOUNT));
    }

    /** Roles that services own are under no control policies; who calls without being of an account is under no SCPs. */
    private boolean isServiceLinkedRole() {
      return request.principal() instanceof Iam(Arn arn)
          && (arn.resourceStartsWith("role/aws-service-role/") || arn.resourceStartsWith("assumed-role/AWSServiceRoleFor"));
    }

    /** The root user may do what its account can: no identity policy is attached to it. */
    private boolean isRootUser() {
      return request.principal() instanceof Iam(Arn arn) && arn.isRoot();
    }

    /** Whom a statement names; a denying NotPrincipal always takes in a caller that has a permission boundary. */
    private Truth principal(Statement statement, PrincipalMatch atLeast) {
      if (hasBoundary && !statement.allows() && statement.principals().negated()) {
        return Truth.YES;
      }
      return PrincipalMatch.names(statement, request.principal(), request.context(), atLeast);
    }

    private Truth namesCallerOrNobody(Statement statement) {
      return statement.principals().present() ? principal(statement, PrincipalMatch.ACCOUNT) : Truth.YES;
    }

    Decision decide() {
      Layer resource = resourceAccount;
      List<Layer> all = List.of(identity, boundary, session, scps, rcps, endpoint, resource);
      for (Layer layer : all) {
        if (layer.denied()) {
          return new Decision.Denied(true, List.of(layer.denying().getFirst()));
        }
      }
      if (AwsOwned.refuses(request)) {
        return new Decision.Denied(false, List.of());
      }
      Grant granted = grants().and(rcps.grant()).and(endpoint.grant()).and(scps.grant());
      Alternatives result = granted.when();
      List<Ground> by = new ArrayList<>(granted.by());
      List<Ground> denying = new ArrayList<>();
      for (Layer layer : all) {
        Alternatives spared = result.and(layer.spares());
        if (!spared.equals(result)) {
          denying.addAll(layer.denying());
        }
        result = spared;
      }
      result = Simplified.of(result);
      if (result.isNever()) {
        return new Decision.Denied(!granted.when().isNever() && !denying.isEmpty(), denying);
      }
      by.addAll(denying);
      return result.isAlways() ? new Decision.Allowed(granted.by()) : new Decision.Conditional(result.residuals(), by, result.approximated());
    }

    /** What grants, before what only restricts. */
    private Grant grants() {
      if (!(request.principal() instanceof Iam iam)) {
        return resourceRole.grant();
      }
      Grant own = isPowerless(iam) ? Grant.NEVER : identity.grant().and(boundary.grant()).and(session.grant());
      boolean sameAccount = request.resourceAccount().isEmpty() || request.resourceAccount().equals(iam.arn().account());
      if (!sameAccount) {
        return hasResourcePolicy ? own.and(resourceAccount.grant()) : Grant.NEVER;
      }
      Grant byResource = resourceDirect.grant().or(resourceRole.grant().and(limitsOfRole(iam)));
      return needsResourcePolicy() ? byResource.or(own.and(resourceAccount.grant())) : own.or(byResource);
    }

    /** A federated user has of its user's permissions what a session policy passes on. Source: STS API Reference, GetFederationToken. */
    private boolean isPowerless(Iam iam) {
      return iam.arn().resourceStartsWith("federated-user/") && !hasSession;
    }

    /** A grant to a role is limited by what limits the caller's session; one to a user is not. */
    private Grant limitsOfRole(Iam iam) {
      boolean isUser = iam.arn().resourceStartsWith("user/");
      return isUser ? Grant.ALWAYS : boundary.grant().and(session.grant());
    }

    /** Roles and keys are reached through their own policy alone. */
    private boolean needsResourcePolicy() {
      boolean isKey = action.startsWith("kms:") && request.resource().contains(":key/");
      return isKey || isRoleTrust();
    }

    /** Whether the resource's policy is a trust. Source: STS API Reference: session tags and source identity are asked of it too. */
    private boolean isRoleTrust() {
      return action.startsWith("sts:assumerole") || action.equals("sts:tagsession") || action.equals("sts:setsourceidentity");
    }
  }
}
