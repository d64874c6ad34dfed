package io.drawbridge.policy.aws;

import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Wildcard;
import io.drawbridge.policy.aws.Variables.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the unknown variable of a pattern has to be for the pattern to fit a text: {@code home/${aws:username}/*} fits {@code
 * home/ann/notes} if the user is called {@code ann}.
 *
 * @param parts with at least one unknown variable
 * @param written the pattern as the policy has it
 */
record OpenPattern(List<Part> parts, String written) {

  /** The operator of a requirement that one pattern, its first value, fits one text, its second, once its variables have values. */
  static final String FITS = "Variable";

  private static final int MOST_VALUES = 8;
  private static final int ARN_PARTS = 6;
  private static final Pattern COLON = Pattern.compile(":");

  /** When the pattern, as one of a Resource element, names an ARN. */
  Truth names(String arn) {
    if (!ArnPattern.names(concatenated("*"), arn)) {
      return Truth.NO;
    }
    return only().flatMap(unknown -> lastPart(unknown, arn)).orElseGet(() -> fits(arn));
  }

  /**
   * When the pattern equals a text or is like it; empty when that cannot be said by the values of one key.
   *
   * @param wildcards whether stars and question marks have a meaning
   */
  Optional<Truth> matches(String text, boolean wildcards) {
    return only().flatMap(unknown -> values(unknown, before(unknown), after(unknown), text, wildcards));
  }

  /** In an ARN only what stands in its last part is worked out: before it stand region and account. */
  private Optional<Truth> lastPart(Part.Unknown unknown, String arn) {
    String[] wanted = COLON.split(before(unknown), ARN_PARTS);
    String[] actual = COLON.split(arn, ARN_PARTS);
    if (wanted.length < ARN_PARTS || actual.length < ARN_PARTS) {
      return Optional.empty();
    }
    for (int i = 0; i < ARN_PARTS - 1; i++) {
      if (!Wildcard.matches(wanted[i], actual[i])) {
        return Optional.empty();
      }
    }
    return values(unknown, wanted[ARN_PARTS - 1], after(unknown), actual[ARN_PARTS - 1], true);
  }

  private static Optional<Truth> values(Part.Unknown unknown, String before, String after, String text, boolean wildcards) {
    if (wildcards && (before.indexOf('*') >= 0 || before.indexOf('?') >= 0)) {
      return Optional.empty();
    }
    String start = Wildcard.literal(before);
    if (!text.startsWith(start)) {
      return Optional.of(Truth.NO);
    }
    List<String> values = new ArrayList<>();
    for (int end = start.length(); end <= text.length(); end++) {
      if (fits(after, text.substring(end), wildcards)) {
        values.add(Variables.written(Variables.protect(text.substring(start.length(), end))));
      }
    }
    if (values.size() > MOST_VALUES) {
      return Optional.empty();
    }
    boolean byDefault = unknown.fallback().filter(fallback -> fits(before + fallback + after, text, wildcards)).isPresent();
    return Optional.of(values.isEmpty() ? Truth.NO
        : Truth.when(RequirementText.requirement(unknown.key(), byDefault ? "StringEqualsIfExists" : "StringEquals", values)));
  }

  private static boolean fits(String pattern, String text, boolean wildcards) {
    return wildcards ? Wildcard.matches(pattern, text) : Wildcard.literal(pattern).equals(text);
  }

  private Truth fits(String arn) {
    String key = parts.stream().filter(Part.Unknown.class::isInstance).map(part -> ((Part.Unknown) part).key()).findFirst().orElseThrow();
    return Truth.when(new Requirement(key, FITS, List.of(written, arn), false, "`" + key + "` fits `" + written + "`"));
  }

  private Optional<Part.Unknown> only() {
    List<Part.Unknown> unknown = parts.stream().filter(Part.Unknown.class::isInstance).map(Part.Unknown.class::cast).toList();
    return unknown.size() == 1 ? Optional.of(unknown.getFirst()) : Optional.empty();
  }

  private String before(Part.Unknown unknown) {
    return text(parts.subList(0, parts.indexOf(unknown)), "");
  }

  private String after(Part.Unknown unknown) {
    return text(parts.subList(parts.indexOf(unknown) + 1, parts.size()), "");
  }

  private String concatenated(String forUnknown) {
    return text(parts, forUnknown);
  }

  private static String text(List<Part> parts, String forUnknown) {
    return parts.stream().map(part -> part instanceof Part.Known known ? known.text() : forUnknown).collect(Collectors.joining());
  }
}
