package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says how the fields of a schema type are read off the Java value that it stands for.
 *
 * <p>A field that is named as an accessor of a record needs no line here: the engine finds it by name.
 */
final class Fields<T> {

  private final Class<T> source;
  private final TypeRuntimeWiring.Builder wiring;

  private Fields(String type, Class<T> source) {
    this.source = source;
    wiring = TypeRuntimeWiring.newTypeWiring(type);
  }

  static <T> Fields<T> of(String type, Class<T> source) {
    return new Fields<>(type, source);
  }

  Fields<T> field(String name, Function<T, @Nullable Object> read) {
    return field(name, (value, _) -> read.apply(value));
  }

  /** A field that looks at its arguments too. */
  Fields<T> field(String name, BiFunction<T, DataFetchingEnvironment, @Nullable Object> read) {
    wiring.dataFetcher(name, field -> read.apply(value(field), field));
    return this;
  }

  void addTo(RuntimeWiring.Builder all) {
    all.type(wiring);
  }

  private T value(DataFetchingEnvironment field) {
    return source.cast(Objects.requireNonNull(field.<Object>getSource(), "a field of a type belongs to a value"));
  }
}
