package io.drawbridge.policy.aws;

import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import io.drawbridge.policy.aws.AwsPrincipal.Iam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a request is allowed, as AWS does, in three values.
 *
 * <p>Source: IAM User Guide, "Policy evaluation logic" and "Cross-account policy evaluation logic"; KMS Developer Guide, "Key policies";
 * IAM User Guide, "Update a role trust policy". <b>Not modelled:</b> KMS grants, S3 ACLs and public access blocks: they are no policies,
 * the rules that know them ask for them.
 */
public final class AwsEvaluator {

  public Decision decide(AwsRequest request, AwsPolicies policies) {
    return new Evaluation(request, policies).decide();
  }

  /** One request against its policies. */
  private static final class Evaluation {
    private final AwsRequest request;
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

    Evaluation(AwsRequest request, AwsPolicies policies) {
      this.request = request;
      this.hasBoundary = policies.boundary().isPresent();
      this.match = new StatementMatch(request);
      this.identity = Layer.of(PolicyLayer.IDENTITY, policies.identity(), match, statement -> Truth.YES);
      this.boundary = policies.boundary().map(all -> Layer.of(PolicyLayer.PERMISSION_BOUNDARY, all, match, statement -> Truth.YES)).orElse(Layer.ABSENT);
      this.session = policies.session().map(one -> Layer.of(PolicyLayer.SESSION, List.of(one), match, statement -> Truth.YES)).orElse(Layer.ABSENT);
      this.scps = underScps() ? Layer.levels(PolicyLayer.SERVICE_CONTROL_POLICY, policies.scps(), match, statement -> Truth.YES) : Layer.ABSENT;
      this.rcps = Layer.levels(PolicyLayer.RESOURCE_CONTROL_POLICY, policies.rcps(), match, this::namesCallerOrNobody);
      this.endpoint = policies.endpoint().isEmpty() ? Layer.ABSENT
          : Layer.of(PolicyLayer.VPC_ENDPOINT, policies.endpoint(), match, this::namesCallerOrNobody);
      this.hasResourcePolicy = policies.resource().isPresent();
      this.resourceDirect = resource(policies.resource(), PrincipalMatch.DIRECT);
      this.resourceRole = resource(policies.resource(), PrincipalMatch.ROLE);
      this.resourceAccount = resource(policies.resource(), PrincipalMatch.ACCOUNT);
    }

    private Layer resource(Optional<NamedPolicy> policy, PrincipalMatch atLeast) {
      PolicyLayer kind = isRoleTrust() ? PolicyLayer.TRUST : PolicyLayer.RESOURCE;
      return Layer.of(kind, policy.stream().toList(), match, statement -> statement.allows()
          ? grants(statement, atLeast)
          : Truth.of(principal(statement) != PrincipalMatch.NONE));
    }

    /** A role whose session is not settled may take the name that a grant asks for. */
    private Truth grants(Statement statement, PrincipalMatch atLeast) {
      if (principal(statement).compareTo(atLeast) >= 0) {
        return Truth.YES;
      }
      return request.principal() instanceof Iam iam && request.context().othersUnknown()
          ? PrincipalMatch.someSession(statement.principals(), iam.arn(), request.context())
          : Truth.NO;
    }

    /** Only principals of an account are under its SCPs, and not the roles that services own. */
    private boolean underScps() {
      return request.principal() instanceof Iam iam && !iam.arn().resource().contains("/aws-service-role/")
          && !iam.arn().resource().startsWith("assumed-role/AWSServiceRoleFor");
    }

    /** Whom a statement names; a denying NotPrincipal always takes in a caller that has a permission boundary. */
    private PrincipalMatch principal(Statement statement) {
      if (hasBoundary && !statement.allows() && statement.principals().negated()) {
        return PrincipalMatch.DIRECT;
      }
      return PrincipalMatch.of(statement.principals(), request.principal(), request.context());
    }

    private Truth namesCallerOrNobody(Statement statement) {
      return Truth.of(!statement.principals().present() || principal(statement) != PrincipalMatch.NONE);
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
      Alternatives granted = guarded(grants());
      Alternatives result = granted;
      for (Layer layer : all) {
        result = result.and(layer.spares());
      }
      if (result.isNever()) {
        List<Ground> denying = all.stream().flatMap(layer -> layer.denying().stream()).toList();
        return new Decision.Denied(!granted.isNever() && !denying.isEmpty(), denying);
      }
      List<Ground> by = grounds(result, all);
      return result.isAlways() ? new Decision.Allowed(by) : new Decision.Conditional(result.residuals(), by, result.approximated());
    }

    /** What grants, before what only restricts. */
    private Alternatives grants() {
      if (!(request.principal() instanceof Iam iam)) {
        return resourceRole.allows();
      }
      Alternatives own = identity.allows().and(boundary.allows()).and(session.allows());
      boolean sameAccount = request.resourceAccount().isEmpty() || request.resourceAccount().equals(iam.arn().account());
      if (!sameAccount) {
        return hasResourcePolicy ? own.and(resourceAccount.allows()) : Alternatives.NEVER;
      }
      Alternatives byRole = resourceRole.allows().and(limitsOfRole(iam));
      Alternatives direct = resourceDirect.allows();
      if (needsResourcePolicy()) {
        Alternatives delegated = own.and(resourceAccount.allows());
        return direct.or(byRole).or(delegated);
      }
      return own.or(direct).or(byRole);
    }

    /** A grant to a role, or to everybody, is limited by what limits the caller's session; one to a user is not. */
    private Alternatives limitsOfRole(Iam iam) {
      boolean isUser = iam.arn().resource().startsWith("user/");
      return isUser ? Alternatives.ALWAYS : boundary.allows().and(session.allows());
    }

    private Alternatives guarded(Alternatives granted) {
      return granted.and(rcps.allows()).and(endpoint.allows()).and(scps.allows());
    }

    /** Roles and keys are reached through their own policy alone. */
    private boolean needsResourcePolicy() {
      boolean isKey = request.action().toLowerCase(Locale.ROOT).startsWith("kms:") && request.resource().contains(":key/");
      return isKey || isRoleTrust();
    }

    private boolean isRoleTrust() {
      return request.action().toLowerCase(Locale.ROOT).startsWith("sts:assumerole");
    }

    private List<Ground> grounds(Alternatives result, List<Layer> all) {
      List<Ground> by = new ArrayList<>();
      boolean resourceAlone = !(request.principal() instanceof Iam) || identity.allows().isNever();
      if (!resourceAlone) {
        by.addAll(identity.allowing());
        by.addAll(boundary.allowing());
        by.addAll(session.allowing());
      }
      boolean sameAccountByIdentity = !resourceAlone && !needsResourcePolicy() && identity.allows().isAlways() && sameAccount();
      if (!sameAccountByIdentity) {
        by.addAll(resourceAccount.allowing());
      }
      by.addAll(scps.allowing());
      by.addAll(rcps.allowing());
      by.addAll(endpoint.allowing());
      if (!result.isAlways()) {
        all.forEach(layer -> by.addAll(layer.denying()));
      }
      return by.stream().distinct().toList();
    }

    private boolean sameAccount() {
      return request.principal() instanceof Iam iam
          && (request.resourceAccount().isEmpty() || request.resourceAccount().equals(iam.arn().account()));
    }
  }
}
