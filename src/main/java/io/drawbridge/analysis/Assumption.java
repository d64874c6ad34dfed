package io.drawbridge.analysis;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.util.List;

/**
 * A fact that the asker states, as {@code --assume} takes it: {@code KEY}, {@code KEY=VALUE}, {@code !KEY}, each optionally
 * {@code SUBJECT:KEY…}.
 *
 * <p>Why the text is kept whole: ids and keys both hold colons and equals signs, so only the atom it is compared with tells
 * where the key starts.
 *
 * @param fact without the exclamation mark
 * @param holds false when the key is stated to be false or absent
 */
public record Assumption(String fact, boolean holds) {

  /**
   * Reads one value of {@code --assume}.
   *
   * @throws DrawbridgeException when there is no key in it
   */
  public static Assumption parse(String text) {
    boolean holds = !text.startsWith("!");
    String fact = (holds ? text : text.substring(1)).strip();
    if (fact.isEmpty() || fact.startsWith("=")) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + text + "` assumes nothing: write KEY, KEY=VALUE, !KEY or SUBJECT:KEY");
    }
    return new Assumption(fact, holds);
  }

  /** The key of a fact that names no subject: everything before the first equals sign. */
  public String key() {
    return fact.split("=", 2)[0];
  }

  /** The values that the key then has in a request: what follows the equals sign, or {@code true}; none when it is absent. */
  public List<String> values() {
    int equals = fact.indexOf('=');
    return holds ? List.of(equals < 0 ? "true" : fact.substring(equals + 1)) : List.of();
  }
}
