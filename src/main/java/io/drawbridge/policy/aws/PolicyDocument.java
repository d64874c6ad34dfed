package io.drawbridge.policy.aws;

import java.util.List;

/**
 * A well-formed IAM policy of any kind.
 *
 * @param version {@code 2012-10-17} or {@code 2008-10-17} (no variables); absent means the latter
 */
public record PolicyDocument(String version, List<Statement> statements) {

  public PolicyDocument {
    statements = List.copyOf(statements);
  }
}
