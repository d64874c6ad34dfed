package io.drawbridge.coverage;

import java.util.Set;

/**
 * A provider's read operation.
 *
 * @param service the AWS CLI's service name, or {@code arm}, {@code graph}
 * @param name the CLI's operation name, the lower-cased ARM type, or the Graph collection: {@code
 *     applications-federatedIdentityCredentials}
 */
public record Operation(String service, String name) implements Comparable<Operation> {

  /** AWS calls that name one resource although their names do not begin as others of their kind do, and the reverse. */
  private static final Set<String> AWS_PER_RESOURCE =
      Set.of("describe-key", "describe-policy", "list-access-keys", "list-grants", "list-parents", "list-targets-for-policy", "list-delegated-services-for-account",
          "describe-table", "describe-cluster", "describe-task-definition", "describe-nodegroup", "describe-access-entry",
          "describe-pod-identity-association", "describe-fargate-profile", "list-associated-access-policies",
          "describe-service", "describe-notebook-instance", "describe-state-machine", "describe-listeners", "describe-rules",
          "describe-target-health", "search-transit-gateway-routes");

  private static final Set<String> AWS_ACCOUNT_WIDE =
      Set.of("get-account-authorization-details", "get-caller-identity", "get-credential-report",
          "get-outbound-web-identity-federation-info", "get-serial-console-access-status", "get-jobs", "get-dev-endpoints", "get-rest-apis", "get-apis");

  public static Operation parse(String text) {
    int colon = text.indexOf(':');
    return new Operation(text.substring(0, colon), text.substring(colon + 1));
  }

  /** True for a call that is made once for each resource, such as the policy of a bucket or the members of a group. */
  public boolean perResource() {
    return switch (service) {
      case "graph" -> name.indexOf('-') > 0;
      case "arm" -> name.indexOf('/') != name.lastIndexOf('/');
      case "identitystore" -> true;
      case "sso-admin" -> !name.equals("list-instances");
      case "cognito-identity" -> !name.equals("list-identity-pools");
      default -> AWS_PER_RESOURCE.contains(name) || (name.startsWith("get-") && !AWS_ACCOUNT_WIDE.contains(name));
    };
  }

  @Override
  public int compareTo(Operation other) {
    return toString().compareTo(other.toString());
  }

  /** As document kinds and gaps name it: {@code iam:get-account-authorization-details}. */
  @Override
  public String toString() {
    return service + ":" + name;
  }
}
