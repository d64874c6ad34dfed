package io.drawbridge.policy.aws;

import io.drawbridge.policy.aws.Variables.Filled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a resource element, made ready when they are first asked for; those with variables are filled in for every request.
 *
 * <p>Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
final class ResourcePatterns {

  static final ResourcePatterns NONE = new ResourcePatterns(List.of());

  private final List<String> written;
  private Entry @Nullable [] ready;

  ResourcePatterns(List<String> written) {
    this.written = written;
  }

  /** One pattern, and whether what it says hangs on the request. */
  private record Entry(String written, boolean hasVariables, ReadPattern read) {}

  Truth name(String arn, Variables variables) {
    Truth named = Truth.NO;
    for (Entry entry : ready()) {
      named = named.or(entry.hasVariables ? filled(entry.written, arn, variables) : Truth.of(entry.read.names(arn)));
      if (named.isYes()) {
        break;
      }
    }
    return named;
  }

  private static Truth filled(String pattern, String arn, Variables variables) {
    return switch (variables.fill(pattern)) {
      case Filled.Text text -> Truth.of(ArnPattern.names(text.text(), arn));
      case Filled.Nothing nothing -> Truth.NO;
      case Filled.Open open -> new OpenPattern(open.parts(), pattern).names(arn);
    };
  }

  private Entry[] ready() {
    Entry[] entries = ready;
    if (entries == null) {
      entries = written.stream().map(pattern -> new Entry(pattern, Variables.isIn(pattern), new ReadPattern(pattern))).toArray(Entry[]::new);
      ready = entries;
    }
    return entries;
  }

  /** Made of the values beside it, it tells no two elements apart. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ResourcePatterns;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
