package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Things in an account that AWS itself owns: no policy lets a customer change them.
 *
 * <p>Source: IAM User Guide, "AWS managed policies" and "Create a service-linked role" (what can be edited); IAM Identity Center User
 * Guide, "Referencing permission sets in resource policies" (roles under {@code aws-reserved} are changed there only); KMS Developer Guide,
 * "Aliases" ({@code alias/aws/} is reserved).
 */
final class AwsOwned {

  private static final Pattern CHANGE = Pattern.compile("iam:(add|attach|create|delete|detach|put|remove|set|tag|untag|update)\\w*");

  /** What a service-linked role shares with no customer: its permissions and its trust. */
  private static final Set<String> CHANGES_OF_SERVICE_ROLE = Set.of(
      "iam:attachrolepolicy",
      "iam:detachrolepolicy",
      "iam:putrolepolicy",
      "iam:deleterolepolicy",
      "iam:updateassumerolepolicy",
      "iam:putrolepermissionsboundary",
      "iam:deleterolepermissionsboundary");

  private AwsOwned() {}

  static boolean refuses(AwsRequest request) {
    if (!isMarked(request.resource())) {
      return false;
    }
    String action = ResourceId.lowerCase(request.action());
    Optional<Arn> found = Arn.find(request.resource());
    if (found.isEmpty()) {
      return false;
    }
    String resource = found.get().resource();
    return switch (found.get().service()) {
      case "kms" -> resource.startsWith("alias/aws/") && action.matches("kms:(create|update|delete)alias");
      case "iam" -> (isOwn(found.get(), request.context()) && CHANGE.matcher(action).matches())
          || (resource.startsWith("role/aws-service-role/") && CHANGES_OF_SERVICE_ROLE.contains(action));
      default -> false;
    };
  }

  /** Whether the ARN could be one of what AWS owns: most are not, and are told by a glance. */
  private static boolean isMarked(String resource) {
    return resource.contains(":aws:policy/") || resource.contains(":role/aws-") || resource.contains(":alias/aws/");
  }

  /** Identity Center writes its roles of the management account with the permissions of whoever asked it to. */
  private static boolean isOwn(Arn arn, RequestContext context) {
    boolean byService = context.values("aws:ViaAWSService").equals(Optional.of(List.of("true")));
    return (arn.account().equals("aws") && arn.resource().startsWith("policy/")) || (arn.resource().startsWith("role/aws-reserved/") && !byService);
  }
}
