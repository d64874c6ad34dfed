package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Glob;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names and regions that a caller would choose for something new: those that its own policies let through. */
public final class NewNames {

  /** What a new thing is called where nothing asks for a name. */
  public static final String NEW = "drawbridge-new";

  private static final int MOST_NAMES = 8;
  /** By partition. Source: AWS General Reference, "AWS service endpoints". */
  private static final Map<String, String> REGION_UNASKED = Map.of("aws", "us-east-1", "aws-cn", "cn-north-1", "aws-us-gov", "us-gov-west-1",
      "aws-iso", "us-iso-east-1", "aws-iso-b", "us-isob-east-1", "aws-eusc", "eusc-de-east-1");
  private static final Pattern REGION = Pattern.compile("(?<![A-Za-z0-9])[a-z]{2}(?:-[a-z]+){1,2}-\\d(?![A-Za-z0-9])");

  /** One of each family, for patterns such as {@code eu-*}. Source: AWS General Reference, "AWS service endpoints". */
  private static final List<String> FAMILIES =
      List.of("us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "eu-north-1", "eu-south-1", "ap-southeast-1", "ap-northeast-1", "ap-south-1", "ap-east-1",
          "ca-central-1", "sa-east-1", "me-south-1", "me-central-1", "af-south-1", "il-central-1", "mx-central-1", "cn-north-1",
          "cn-northwest-1", "us-gov-west-1", "us-gov-east-1");

  private NewNames() {}

  /** What may follow a prefix of an ARN, sorted; no service takes a colon in a name. */
  public static List<String> of(AwsIdentity caller, String prefix, List<String> actions) {
    NavigableSet<String> names = new TreeSet<>();
    names.add(NEW);
    speaking(caller, actions).filter(statement -> statement.allows() != statement.resources().negated())
        .flatMap(statement -> statement.resources().values().stream())
        .forEach(value -> new Glob(PatternText.complete(PatternText.fill(value, caller.context()))).witnesses(prefix, NEW)
            .stream().map(arn -> arn.substring(prefix.length())).filter(name -> name.indexOf(':') < 0).forEach(names::add));
    return new ArrayList<>(names).subList(0, Math.min(MOST_NAMES, names.size()));
  }

  /** The same, of the values that statements ask of condition keys of an action. */
  static List<String> ofKeys(AwsIdentity caller, String prefix, String action, Set<String> keys) {
    SortedSet<String> names = new TreeSet<>();
    speaking(caller, List.of(action)).flatMap(statement -> statement.conditions().stream())
        .filter(clause -> keys.contains(ResourceId.lowerCase(clause.key())))
        .flatMap(clause -> clause.values().stream())
        .forEach(value -> new Glob(PatternText.fill(value, caller.context())).witnesses(prefix, NEW).forEach(arn -> names.add(arn.substring(prefix.length()))));
    return new ArrayList<>(names).subList(0, Math.min(MOST_NAMES, names.size()));
  }

  /** Regions of the caller's partition that its policies tell apart, sorted, and one that they do not name. */
  static SortedSet<String> regions(AwsIdentity caller, List<String> actions) {
    NavigableSet<String> regions = new TreeSet<>();
    regions.add(home(caller.arn().partition()));
    speaking(caller, actions).flatMap(NewNames::texts).forEach(text -> {
      Matcher matcher = REGION.matcher(text);
      while (matcher.find()) {
        regions.add(matcher.group());
      }
      pattern(text).ifPresent(glob -> FAMILIES.stream().filter(glob::matches).forEach(regions::add));
    });
    regions.removeIf(region -> !Arn.partition(region).equals(caller.arn().partition()));
    return regions;
  }

  /** The region in which a partition's global services are. */
  static String home(String partition) {
    return REGION_UNASKED.getOrDefault(partition, "us-east-1");
  }

  /** A condition may name what else is used, which lies in the same region. */
  private static Stream<String> texts(Statement statement) {
    Stream<String> asked = statement.conditions().stream().flatMap(clause -> clause.values().stream()
        .filter(value -> clause.key().equalsIgnoreCase("aws:RequestedRegion") || value.startsWith("arn:")));
    return Stream.concat(statement.resources().values().stream(), asked);
  }

  /** The region of an ARN, or a value of a condition on the region, where it is a pattern that takes in some and not all. */
  private static Optional<Glob> pattern(String text) {
    String[] parts = text.split(":", 6);
    String region = parts.length > 3 ? parts[3] : text;
    boolean some = region.length() > 1 && region.indexOf('*') >= 0 && region.indexOf(':') < 0;
    return some ? Optional.of(new Glob(region)) : Optional.empty();
  }

  private static Stream<Statement> speaking(AwsIdentity caller, List<String> actions) {
    return caller.documents().all().stream().map(NamedPolicy::document).flatMap(document -> document.statements().stream())
        .filter(statement -> actions.stream().anyMatch(statement::speaksOf));
  }
}
