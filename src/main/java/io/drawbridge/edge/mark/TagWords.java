package io.drawbridge.edge.mark;

import io.drawbridge.cloud.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What tags say of the worth and the state of a resource; letter case and separators in keys do not count. */
final class TagWords {

  private static final Set<String> CLASSIFICATION_KEYS =
      Set.of("classification", "dataclassification", "sensitivity", "datasensitivity", "confidentiality", "dataconfidentiality");
  private static final Set<String> PRECIOUS = Set.of("restricted", "confidential", "pii");
  private static final Set<String> NEGATIONS = Set.of("non", "not", "no");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{Alnum}]+");

  private static final String OUR_PREFIX = "drawbridge:";

  private TagWords() {}

  /** Why the data is precious, if a tag classifies it so. */
  static Optional<String> classified(Map<String, String> tags) {
    return tags.entrySet().stream()
        .filter(tag -> CLASSIFICATION_KEYS.contains(SEPARATORS.matcher(ResourceId.lowerCase(tag.getKey())).replaceAll("")))
        .filter(tag -> isPrecious(tag.getValue()))
        .map(tag -> "tagged `" + tag.getKey() + "` = `" + tag.getValue() + "`")
        .sorted()
        .findFirst();
  }

  /** What the owner says under one of our own keys, such as {@code crown-jewel}; {@code false} states nothing. */
  static Optional<String> stated(Map<String, String> tags, String key, String whenBare) {
    return tags.entrySet().stream()
        .filter(tag -> tag.getKey().equalsIgnoreCase(OUR_PREFIX + key))
        .map(Map.Entry::getValue)
        .filter(value -> !value.equalsIgnoreCase("false"))
        .map(value -> value.isBlank() || value.equalsIgnoreCase("true") ? whenBare : value)
        .sorted()
        .findFirst();
  }

  /** Whether the owner says under one of our own keys that it is not so. */
  static boolean isDenied(Map<String, String> tags, String key) {
    return tags.entrySet().stream().anyMatch(tag -> tag.getKey().equalsIgnoreCase(OUR_PREFIX + key) && tag.getValue().equalsIgnoreCase("false"));
  }

  private static boolean isPrecious(String value) {
    List<String> words = List.of(SEPARATORS.split(ResourceId.lowerCase(value)));
    return words.stream().anyMatch(PRECIOUS::contains) && words.stream().noneMatch(NEGATIONS::contains);
  }
}
