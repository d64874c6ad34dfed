package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.analysis.blastradius.BlastRadiusAnswer;
import io.drawbridge.analysis.blastradius.BlastRadiusQuestion;
import io.drawbridge.analysis.blastradius.Reached;
import io.drawbridge.api.QueryModule;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import java.util.List;
import java.util.Map;

/** {@code blastRadius}: what can somebody reach who holds these. */
final class BlastRadius implements QueryModule {

  private final Search<BlastRadiusQuestion, BlastRadiusAnswer> search;
  private final NodeLookup lookup;

  private record Answer(Image image, BlastRadiusAnswer found) {}

  record CloudCount(Cloud cloud, int count) {}

  BlastRadius(Search<BlastRadiusQuestion, BlastRadiusAnswer> search, NodeLookup lookup) {
    this.search = search;
    this.lookup = lookup;
  }

  @Override
  public String topic() {
    return "blastradius";
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Query", type -> type.dataFetcher("blastRadius", this::answer));
    Fields.of("BlastRadius", Answer.class)
        .field("from", answer -> answer.found.from().stream().map(ResourceId::text).toList())
        .field("reached", BlastRadius::page)
        .field("byCloud", answer -> counts(answer.found.byCloud()))
        .field("byKind", answer -> KindCount.rows(answer.found.byKind()))
        .field("crownJewels", answer -> answer.found.crownJewels().stream().map(ResourceId::text).toList())
        .field("truncated", answer -> answer.found.truncated())
        .field("completeness", answer -> answer.found.completeness())
        .field("leftOut", answer -> SharedTypes.rows(answer.found.leftOut()))
        .field("snapshot", answer -> answer.image.snapshot().value())
        .addTo(wiring);
    Fields.of("Reached", Reached.class).field("previous", reached -> reached.previous().text()).addTo(wiring);
  }

  private Answer answer(DataFetchingEnvironment field) {
    Image image = Pinned.image(field);
    List<ResourceId> from = Arguments.texts(field, "from").stream().map(id -> lookup.find(image, id)).toList();
    if (from.isEmpty()) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`from` is empty: name at least one node");
    }
    return new Answer(image, search.answer(image, new BlastRadiusQuestion(from, Arguments.premises(field))));
  }

  private static Page<Reached> page(Answer answer, DataFetchingEnvironment field) {
    return Page.of(answer.found.reached(), reached -> reached.node().id().text(), field);
  }

  private static List<CloudCount> counts(Map<Cloud, Integer> counts) {
    return counts.entrySet().stream().map(entry -> new CloudCount(entry.getKey(), entry.getValue())).toList();
  }
}
