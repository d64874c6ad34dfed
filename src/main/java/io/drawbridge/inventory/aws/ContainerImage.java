package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Image in a private repository of ECR that somebody names by a tag, which may come to name another image.
 *
 * <p>Source: ECR User Guide, "Private registry": host names of both families of addresses.
 */
public record ContainerImage(Arn repository, String tag) {

  private static final Pattern NAME = Pattern.compile(
      "(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)\\.(?:amazonaws\\.com|on\\.aws)/([a-z0-9._/-]+)(?::([A-Za-z0-9_][A-Za-z0-9_.-]*))?");

  /** None for images elsewhere, and for those named by digest, which names one image for ever. */
  public static Optional<ContainerImage> of(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String tag = matcher.group(4);
    return Optional.of(new ContainerImage(Arn.of("ecr", matcher.group(2), matcher.group(1), "repository/" + matcher.group(3)), tag == null ? "latest" : tag));
  }
}
