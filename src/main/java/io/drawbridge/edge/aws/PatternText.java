package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern of a policy as one principal meets it: variables that are known are filled in, others may be anything. */
final class PatternText {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([^},]+?)\\s*(?:,\\s*'[^']*'\\s*)?\\}");
  private static final int ARN_PARTS = 6;

  private PatternText() {}

  static String fill(String text, Map<String, List<String>> context) {
    if (text.indexOf("${") < 0) {
      return text;
    }
    return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), context)));
  }

  /** Missing parts at an ARN's end stand for anything. */
  static String complete(String pattern) {
    String completed = pattern;
    for (int parts = completed.split(":", ARN_PARTS).length; completed.startsWith("arn:") && parts < ARN_PARTS; parts++) {
      completed += ":*";
    }
    return completed;
  }

  private static String value(String name, Map<String, List<String>> context) {
    List<String> values = context.getOrDefault(ResourceId.lowerCase(name), List.of());
    return values.size() == 1 ? values.getFirst() : "*";
  }
}
