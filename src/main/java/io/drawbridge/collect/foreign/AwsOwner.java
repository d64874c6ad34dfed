package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose an AWS answer is by its content: each item's own ARN names an account and a region, and the majority is believed.
 *
 * <p>Only the items themselves vote, not what they mention: a trust policy names foreign accounts.
 */
final class AwsOwner {

  private static final List<String> OWNERS = List.of("OwnerId", "OwnerAccountId", "Owner", "Account");
  private static final Pattern QUEUE = Pattern.compile("https?://[^/]+/(\\d{12})/.+");
  private static final Pattern ZONE = Pattern.compile("([a-z]{2}(?:-[a-z]+){1,3}-\\d{1,2})[a-z]");

  private final Map<String, Integer> accounts = new TreeMap<>();
  private final Map<String, Integer> regions = new TreeMap<>();

  AwsOwner(JsonNode body, String subject) {
    Arn.find(subject).ifPresent(this::vote);
    vote(body);
    body.properties().forEach(entry -> {
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        vote(value);
      }
      value.forEach(item -> {
        if (value.isArray()) {
          vote(item);
        }
      });
    });
    body.path("Reservations").forEach(reservation -> reservation.path("Instances").forEach(this::vote));
  }

  /** The account that every item names. */
  Optional<String> onlyAccount() {
    return accounts.size() == 1 ? accounts.keySet().stream().findFirst() : Optional.empty();
  }

  boolean names(String account) {
    return accounts.containsKey(account);
  }

  /** The account that most items name; none when two are named equally often. */
  Optional<String> mostlyAccount() {
    return most(accounts);
  }

  Optional<String> mostlyRegion() {
    return most(regions);
  }

  private static Optional<String> most(Map<String, Integer> votes) {
    int best = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    var winners = votes.entrySet().stream().filter(entry -> entry.getValue() == best).map(Map.Entry::getKey).toList();
    return winners.size() == 1 ? Optional.of(winners.getFirst()) : Optional.empty();
  }

  private void vote(JsonNode item) {
    if (item.isTextual()) {
      Arn.find(item.asText()).ifPresent(this::vote);
      Matcher queue = QUEUE.matcher(item.asText());
      if (queue.matches()) {
        accounts.merge(queue.group(1), 1, Integer::sum);
      }
      return;
    }
    if (isStackOfASet(item)) {
      return;
    }
    ownArn(item).ifPresentOrElse(this::vote, () -> {
      String owner = OWNERS.stream().map(field -> item.path(field).asText("")).filter(text -> !text.isEmpty()).findFirst().orElse("");
      if (Places.ACCOUNT.matcher(owner).matches()) {
        accounts.merge(owner, 1, Integer::sum);
      }
    });
    String zone = item.path("AvailabilityZone").asText(item.path("Placement").path("AvailabilityZone").asText(""));
    Matcher matcher = ZONE.matcher(zone);
    if (matcher.matches()) {
      regions.merge(matcher.group(1), 1, Integer::sum);
    }
  }

  /** It says which account it is deployed to, and not whose the stack set is. */
  private static boolean isStackOfASet(JsonNode item) {
    return item.has("StackSetId") && item.has("Account");
  }

  private void vote(Arn arn) {
    if (Places.ACCOUNT.matcher(arn.account()).matches()) {
      accounts.merge(arn.account(), 1, Integer::sum);
    }
    if (!arn.region().isEmpty()) {
      regions.merge(arn.region(), 1, Integer::sum);
    }
  }

  /** The item's own ARN: the field named so, or the first whose name ends so. */
  private static Optional<Arn> ownArn(JsonNode item) {
    Optional<Arn> first = Optional.empty();
    for (Map.Entry<String, JsonNode> entry : item.properties()) {
      String name = ResourceId.lowerCase(entry.getKey());
      if (!name.endsWith("arn") || !entry.getValue().isTextual()) {
        continue;
      }
      Optional<Arn> arn = Arn.find(entry.getValue().asText());
      if (name.equals("arn") && arn.isPresent()) {
        return arn;
      }
      first = first.or(() -> arn);
    }
    return first;
  }
}
