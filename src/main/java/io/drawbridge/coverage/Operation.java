package io.drawbridge.coverage;

/**
 * A provider's read operation.
 *
 * @param service the AWS CLI's service name, or {@code arm}, {@code graph}
 * @param name the CLI's operation name, the lower-cased ARM type, or the Graph collection: {@code
 *     applications-federatedIdentityCredentials}
 */
public record Operation(String service, String name) implements Comparable<Operation> {

  public static Operation parse(String text) {
    int colon = text.indexOf(':');
    return new Operation(text.substring(0, colon), text.substring(colon + 1));
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
