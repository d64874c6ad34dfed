package io.drawbridge.api;

import graphql.schema.idl.NaturalEnumValuesProvider;
import java.util.function.Function;

/**
 * A Java enum as an enum of the schema, so that the two can never differ.
 *
 * @param name the enum's name in the schema
 * @param description one sentence about the enum
 * @param meaning one phrase about each constant
 */
public record Vocabulary<E extends Enum<E>>(Class<E> type, String name, String description, Function<E, String> meaning) {

  public static <E extends Enum<E>> Vocabulary<E> of(Class<E> type, String description, Function<E, String> meaning) {
    return new Vocabulary<>(type, type.getSimpleName(), description, meaning);
  }

  String sdl() {
    var sdl = new StringBuilder(described("", description)).append("enum ").append(name).append(" {\n");
    for (E constant : type.getEnumConstants()) {
      sdl.append(described("  ", meaning.apply(constant))).append("  ").append(constant.name()).append('\n');
    }
    return sdl.append("}\n").toString();
  }

  NaturalEnumValuesProvider<E> values() {
    return new NaturalEnumValuesProvider<>(type);
  }

  private static String described(String indent, String text) {
    return indent + '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
  }
}
