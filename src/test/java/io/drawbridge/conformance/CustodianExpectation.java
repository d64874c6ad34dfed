package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an upstream test says of the resources that a policy picks.
 *
 * @param text for a difference
 */
record CustodianExpectation(String text, Predicate<Collection<Resource>> test) {

  private static final String PICKED = "(?:len\\((?:self\\.)?(?:resources|definitions|collections|applications|resources_logs_(?:not_)?enabled|p\\.run\\(\\))\\))";
  private static final Pattern EQUAL = Pattern.compile("self\\.assertEqual\\((?:" + PICKED + ", ?(\\d+)|(\\d+), ?" + PICKED + ")\\)");
  private static final Pattern LEAST = Pattern.compile("self\\.assert(?:GreaterEqual\\(" + PICKED + ", ?(\\d+)|True\\(" + PICKED + " > (\\d+))\\)");
  private static final Pattern FOUND = Pattern.compile("self\\.assertTrue\\('policy:limits exceeded resource-limit:[^ ]+ found:(\\d+) .*");
  private static final Pattern EXACTLY = Pattern.compile("self\\.assertTrue\\(" + PICKED + " == (\\d+)\\)");
  private static final Pattern NAMES = Pattern.compile("self\\.assertEqual\\(\\{r\\['name'] for r in resources}, \\{(.*)}\\)");

  /** One for each policy of the test, in order. */
  static List<CustodianExpectation> of(JsonNode asserts) {
    List<CustodianExpectation> expectations = new ArrayList<>();
    asserts.forEach(line -> of(line.asText()).ifPresent(expectations::add));
    return expectations;
  }

  private static Optional<CustodianExpectation> of(String line) {
    return Stream.of(EQUAL, FOUND, EXACTLY).flatMap(pattern -> number(pattern, line).stream()).findFirst()
        .map(number -> new CustodianExpectation("exactly " + number, picked -> picked.size() == number))
        .or(() -> number(LEAST, line).map(number -> least(line.contains(" > ") ? number + 1 : number)))
        .or(() -> names(line));
  }

  private static CustodianExpectation least(int number) {
    return new CustodianExpectation("at least " + number, picked -> picked.size() >= number);
  }

  private static Optional<CustodianExpectation> names(String line) {
    Matcher names = NAMES.matcher(line);
    if (!names.matches()) {
      return Optional.empty();
    }
    Set<String> wanted = Stream.of(names.group(1).split(", ?", -1)).map(name -> name.replace("'", "")).collect(Collectors.toSet());
    return Optional.of(new CustodianExpectation("those named " + wanted,
        picked -> picked.stream().map(resource -> ((ArmId) resource.id()).name()).collect(Collectors.toSet()).equals(wanted)));
  }

  private static Optional<Integer> number(Pattern pattern, String line) {
    Matcher found = pattern.matcher(line);
    if (!found.lookingAt()) {
      return Optional.empty();
    }
    return Stream.iterate(1, group -> group <= found.groupCount(), group -> group + 1).map(found::group).filter(Objects::nonNull).map(Integer::valueOf).findFirst();
  }
}
