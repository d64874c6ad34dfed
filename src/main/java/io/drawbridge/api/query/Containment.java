package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.analysis.containment.Command;
import io.drawbridge.analysis.containment.ContainmentAnswer;
import io.drawbridge.analysis.containment.ContainmentPlan;
import io.drawbridge.analysis.containment.ContainmentQuestion;
import io.drawbridge.analysis.containment.ContainmentStep;
import io.drawbridge.api.QueryModule;
import io.drawbridge.api.Vocabulary;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.EdgeKey;
import java.util.List;

/**
 * {@code containment}: which reversible actions cut a compromised identity off; nothing is carried out.
 *
 * <p>Answers are not remembered: a command that revokes sessions carries the time of the question.
 */
final class Containment implements QueryModule {

  private static final int MOST_STEPS = 50;

  private final Search<ContainmentQuestion, ContainmentAnswer> search;
  private final NodeLookup lookup;

  private record Answer(Image image, ContainmentAnswer found) {}

  Containment(Search<ContainmentQuestion, ContainmentAnswer> search, NodeLookup lookup) {
    this.search = search;
    this.lookup = lookup;
  }

  @Override
  public String topic() {
    return "containment";
  }

  @Override
  public List<Vocabulary<?>> vocabularies() {
    return List.of(
        new Vocabulary<>(ContainmentPlan.Goal.class, "ContainmentGoal", "What a plan is to be best at.", Containment::meaning),
        new Vocabulary<>(ContainmentPlan.Proof.class, "ContainmentProof", "What the graph says after all steps.", Containment::meaning));
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Query", type -> type.dataFetcher("containment", this::answer));
    Fields.of("Containment", Answer.class)
        .field("identities", answer -> ids(answer.found.identities()))
        .field("reachable", answer -> ids(answer.found.reachable()))
        .field("plans", answer -> answer.found.plans())
        .field("completeness", answer -> answer.found.completeness())
        .field("leftOut", answer -> SharedTypes.rows(answer.found.leftOut()))
        .field("snapshot", answer -> answer.image.snapshot().value())
        .addTo(wiring);
    Fields.of("ContainmentPlan", ContainmentPlan.class).field("optimal", ContainmentPlan::optimal).addTo(wiring);
    Fields.of("ContainmentStep", ContainmentStep.class)
        .field("commands", step -> step.runbook().commands())
        .field("permissions", step -> step.runbook().permissions())
        .field("rollback", step -> step.runbook().rollback())
        .field("breaks", step -> step.consequence().breaks())
        .field("preserve", step -> step.consequence().preserve())
        .field("effectiveAfter", step -> step.consequence().effectiveAfter())
        .field("cuts", step -> step.cuts().stream().map(EdgeKey::value).toList())
        .addTo(wiring);
    Fields.of("Command", Command.class).field("text", Command::text).addTo(wiring);
  }

  private Answer answer(DataFetchingEnvironment field) {
    Image image = Pinned.image(field);
    List<ResourceId> identities = found(field, image, "identities");
    if (identities.isEmpty()) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`identities` is empty: name at least one that was taken over");
    }
    var question = new ContainmentQuestion(identities, found(field, image, "protect"), found(field, image, "held"), found(field, image, "neverCut"),
        Arguments.bounded(field, "maxSteps", MOST_STEPS), Arguments.premises(field));
    return new Answer(image, search.answer(image, question));
  }

  private List<ResourceId> found(DataFetchingEnvironment field, Image image, String name) {
    return Arguments.texts(field, name).stream().map(id -> lookup.find(image, id)).toList();
  }

  private static List<String> ids(List<ResourceId> ids) {
    return ids.stream().map(ResourceId::text).toList();
  }

  private static String meaning(ContainmentPlan.Goal goal) {
    return switch (goal) {
      case FASTEST -> "in force soonest";
      case LEAST_DISRUPTION -> "breaks the least for the owner";
      case COMPLETE -> "cuts off everything that can be reached, not only what is protected";
    };
  }

  private static String meaning(ContainmentPlan.Proof proof) {
    return switch (proof) {
      case CUT -> "nothing that is protected can be reached any more";
      case PARTIAL -> "some ways stay open";
    };
  }
}
