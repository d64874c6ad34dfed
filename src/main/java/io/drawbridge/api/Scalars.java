package io.drawbridge.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The scalars that GraphQL lacks: a time span and a point in time, both as ISO 8601 texts. */
final class Scalars {

  static final List<GraphQLScalarType> ALL =
      List.of(
          scalar("Duration", "A time span as ISO 8601 writes it: `PT5S` is five seconds.", Duration::parse),
          scalar("DateTime", "A point in time as ISO 8601 writes it, in UTC: `2026-11-24T02:00:00Z`.", Instant::parse));

  private Scalars() {}

  private static GraphQLScalarType scalar(String name, String description, Function<String, Object> parse) {
    return GraphQLScalarType.newScalar().name(name).description(description).coercing(new Text(name, parse)).build();
  }

  /** Java's own text of the value is the scalar's. */
  private record Text(String name, Function<String, Object> parse) implements Coercing<Object, String> {

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return value.toString();
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        return parse.apply(input.toString());
      } catch (DateTimeException e) {
        throw new CoercingParseValueException(message(input.toString()), e);
      }
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      String text = input instanceof StringValue literal ? literal.getValue() : null;
      if (text == null) {
        throw new CoercingParseLiteralException(message(String.valueOf(input)));
      }
      try {
        return parse.apply(text);
      } catch (DateTimeException e) {
        throw new CoercingParseLiteralException(message(text), e);
      }
    }

    private String message(String input) {
      return "`" + input + "` is no " + name + ": write it as ISO 8601 does";
    }
  }
}
