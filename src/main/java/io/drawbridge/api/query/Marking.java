package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.api.ImageSource;
import io.drawbridge.api.QueryModule;
import io.drawbridge.api.Vocabulary;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.StatedMark;
import io.drawbridge.graph.StatedMark.Statement;
import java.util.List;
import java.util.Objects;

/** What people say of nodes: that attackers start there, that it must not fall, or that it is not so. */
final class Marking implements QueryModule {

  private static final int LONGEST = 500;

  private final NodeLookup lookup;

  Marking(NodeLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public String topic() {
    return "mark";
  }

  @Override
  public List<Vocabulary<?>> vocabularies() {
    return List.of(new Vocabulary<>(Statement.class, "MarkStatement", "What a person says of a node.", Statement::meaning));
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Mutation", type -> type.dataFetcher("mark", this::mark));
  }

  private Node mark(DataFetchingEnvironment field) {
    Image image = Pinned.image(field);
    ResourceId id = lookup.find(image, field.getArgumentOrDefault("id", ""));
    ImageSource source = Objects.requireNonNull(field.getGraphQlContext().<ImageSource>get(ImageSource.class));
    Statement statement = Objects.requireNonNull(field.<Statement>getArgument("statement"));
    source.mark(new StatedMark(id.text(), statement, text(field, "owner"), text(field, "reason"), "the API"));
    Image after = source.current().orElseThrow().image();
    return after.node(after.find(id).orElseThrow());
  }

  private static String text(DataFetchingEnvironment field, String argument) {
    String text = field.getArgumentOrDefault(argument, "").strip();
    if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + argument + "` is one line of 1 to " + LONGEST + " characters");
    }
    return text;
  }
}
