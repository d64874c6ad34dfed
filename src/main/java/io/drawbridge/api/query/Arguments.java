package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import io.drawbridge.analysis.Assumption;
import io.drawbridge.analysis.EdgeClasses;
import io.drawbridge.analysis.Premises;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.graph.EdgeClass;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The arguments that several questions share, checked. */
final class Arguments {

  /** Below what a whole request may take, so that a search which stops early can still be told about. */
  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(25);

  private Arguments() {}

  static Premises premises(DataFetchingEnvironment field) {
    List<Assumption> assumptions = texts(field, "assume").stream().map(Assumption::parse).toList();
    int maxHops = field.containsArgument("maxHops") ? bounded(field, "maxHops", Premises.ANY_HOPS) : Premises.ANY_HOPS;
    return new Premises(assumptions, classes(field), maxHops, deadline(field));
  }

  /** The page size or bound that the field asks for. */
  static int first(DataFetchingEnvironment field, int largest) {
    return bounded(field, "first", largest);
  }

  /** A whole number from 1. */
  static int bounded(DataFetchingEnvironment field, String name, int largest) {
    int value = field.<Integer>getArgumentOrDefault(name, largest);
    if (value < 1 || value > largest) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + name + ": " + value + "` is out of bounds: ask for 1 to " + largest);
    }
    return value;
  }

  static List<String> texts(DataFetchingEnvironment field, String name) {
    List<String> texts = field.getArgument(name);
    return texts == null ? List.of() : texts;
  }

  private static EdgeClasses classes(DataFetchingEnvironment field) {
    List<EdgeClass> replacing = field.getArgument("classes");
    List<EdgeClass> adding = field.getArgument("addClasses");
    EdgeClasses followed = replacing == null ? EdgeClasses.DEFAULT : new EdgeClasses(Set.copyOf(replacing), false);
    return adding == null ? followed : followed.and(Set.copyOf(adding));
  }

  private static Duration deadline(DataFetchingEnvironment field) {
    Duration asked = field.getArgument("deadline");
    if (asked != null && asked.isNegative()) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`deadline: " + asked + "` lies in the past: give a span such as `PT5S`");
    }
    return asked == null || asked.compareTo(LONGEST_SEARCH) > 0 ? LONGEST_SEARCH : asked;
  }
}
