package io.drawbridge.analysis;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.graph.EdgeClass;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The families of edges that a question follows.
 *
 * @param followed in the enum's order
 * @param flawsFromInternet true when edges of {@code NETWORK_FLAW} are followed out of {@code external://internet} alone
 */
public record EdgeClasses(Set<EdgeClass> followed, boolean flawsFromInternet) {

  /** What every question follows unless told otherwise. */
  public static final EdgeClasses DEFAULT =
      new EdgeClasses(Arrays.stream(EdgeClass.values()).filter(EdgeClass::byDefault).collect(Collectors.toSet()), true);

  public EdgeClasses {
    followed = Collections.unmodifiableSet(followed.isEmpty() ? EnumSet.noneOf(EdgeClass.class) : EnumSet.copyOf(followed));
  }

  /**
   * Reads the value of {@code --class}: {@code A,B} replaces the default, {@code +A,+B} adds to it.
   *
   * @throws DrawbridgeException when a class is unknown or both forms are mixed
   */
  public static EdgeClasses parse(String text) {
    String[] words = text.split(",", -1);
    long adding = Arrays.stream(words).filter(word -> word.strip().startsWith("+")).count();
    if (adding != 0 && adding != words.length) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + text + "` mixes classes that replace with +classes that add: use one form");
    }
    Set<EdgeClass> named = Arrays.stream(words).map(EdgeClasses::parseOne).collect(Collectors.toSet());
    return adding == 0 ? new EdgeClasses(named, false) : DEFAULT.and(named);
  }

  /** These and the named ones. */
  public EdgeClasses and(Set<EdgeClass> more) {
    Set<EdgeClass> all = EnumSet.noneOf(EdgeClass.class);
    all.addAll(followed);
    all.addAll(more);
    return new EdgeClasses(all, flawsFromInternet);
  }

  private static EdgeClass parseOne(String word) {
    String name = word.strip().replaceFirst("^\\+", "").toUpperCase(Locale.ROOT);
    return Arrays.stream(EdgeClass.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new DrawbridgeException(ErrorCode.USAGE,
            "`" + word + "` is no class of edges: use one of " + Arrays.toString(EdgeClass.values())));
  }
}
