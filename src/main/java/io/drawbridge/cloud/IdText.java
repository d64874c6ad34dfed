package io.drawbridge.cloud;

import io.drawbridge.cloud.ResourceId.AccessKeyId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts that {@link ResourceId#text()} prints. */
final class IdText {

  private static final Pattern SCHEME = Pattern.compile("(entra|awskey|github|external|privilege|set)://(.+)", Pattern.DOTALL);
  private static final Pattern SET = Pattern.compile("([^/]+)/(.*?)(?:\\?except=([0-9a-f]+))?", Pattern.DOTALL);

  private IdText() {}

  static Optional<ResourceId> parse(String text) {
    if (text.startsWith("arn:")) {
      return Arn.find(text).map(ResourceId.class::cast);
    }
    if (text.startsWith("/")) {
      return Optional.of(new ArmId(text));
    }
    Matcher scheme = SCHEME.matcher(text);
    return scheme.matches() ? ofScheme(scheme.group(1), scheme.group(2)) : Optional.empty();
  }

  private static Optional<ResourceId> ofScheme(String scheme, String rest) {
    int first = rest.indexOf('/');
    int last = rest.lastIndexOf('/');
    return switch (scheme) {
      case "awskey" -> Optional.of(new AccessKeyId(rest));
      case "external" -> Optional.of(first < 0 ? new ExternalId(rest, "") : new ExternalId(rest.substring(0, first), rest.substring(first + 1)));
      case "entra" -> first < 0 ? Optional.empty() : Optional.of(new EntraId(rest.substring(0, first), rest.substring(first + 1)));
      case "privilege" -> last < 0 ? Optional.empty() : Optional.of(new PrivilegeId(rest.substring(0, last), rest.substring(last + 1)));
      case "github" -> github(rest);
      default -> set(rest);
    };
  }

  private static Optional<ResourceId> github(String rest) {
    String[] parts = rest.split("/", 3);
    return parts.length < 2 ? Optional.empty() : Optional.of(new GithubId(parts[0], parts[1], parts.length > 2 ? parts[2] : ""));
  }

  private static Optional<ResourceId> set(String rest) {
    Matcher matcher = SET.matcher(rest);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String except = matcher.group(3);
    return Optional.of(new CapabilitySetId(matcher.group(1), matcher.group(2), except == null ? "" : except));
  }
}
