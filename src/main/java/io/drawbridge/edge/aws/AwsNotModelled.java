package io.drawbridge.edge.aws;

import java.util.List;

/** Techniques of the field's catalogues that no rule draws, each with the reason in AWS's own terms. */
public final class AwsNotModelled {

  /**
   * A technique without a rule.
   *
   * @param id the catalogue's
   * @param reason why no edge would be true, or what would have to be read first
   */
  public record Row(String id, String reason) {}

  public static final List<Row> ALL = List.of();

  private AwsNotModelled() {}
}
