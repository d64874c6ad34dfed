package io.drawbridge.graph;

import io.drawbridge.cloud.ResourceId;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that must be true of the principal of a hop, and that the data leaves open.
 *
 * @param subject the principal it is asked of; only atoms with the same subject and key are compared
 * @param key an IAM condition key, or {@code entra:mfa}, {@code entra:activation}, {@code azure:network}, {@code
 *     aws:network}, {@code flaw:<service>}, {@code os:console-login}, {@code ssm:ping-status}, {@code
 *     unread:<operation>}, or an ABAC attribute
 * @param operator the provider's operator, such as {@code Bool} or {@code IpAddress}
 * @param negated true when the atom must be false
 * @param text the same for people: {@code MFA was used}
 */
public record Atom(ResourceId subject, String key, String operator, List<String> values, boolean negated, String text)
    implements Comparable<Atom> {

  private static final Comparator<Atom> ORDER =
      Comparator.comparing(Atom::subject)
          .thenComparing(Atom::key)
          .thenComparing(Atom::operator)
          .thenComparing(atom -> String.join("\u0000", atom.values))
          .thenComparing(Atom::negated);

  public Atom {
    values = List.copyOf(values);
  }

  @Override
  public int compareTo(Atom other) {
    return ORDER.compare(this, other);
  }
}
