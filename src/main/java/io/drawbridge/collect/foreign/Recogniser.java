package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.coverage.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides what one JSON value of a file is, in the order of FORMATS §1: a wrapper, the file's name, the content.
 *
 * <p>Content that cannot be mistaken (CloudTrail, AzureHound, OpenGraph) decides before a name that could mean anything, and against
 * a name that means something else.
 */
final class Recogniser {

  /** Names shared by Microsoft Graph's role management and by Azure's; the folder or the content decides. */
  private static final Set<String> SHARED =
      Set.of("roleAssignments", "roleDefinitions", "roleEligibilityScheduleInstances", "roleAssignmentScheduleInstances");

  private static final String GRAPH = "graph";
  private static final String ARM = "arm";

  private final AwsFiles aws;
  private final ArmFiles arm;
  private final GraphFiles graph;
  private final AzureHoundFiles azureHound;

  Recogniser(Hints hints) {
    aws = new AwsFiles(hints);
    arm = new ArmFiles(hints);
    graph = new GraphFiles(hints);
    azureHound = new AzureHoundFiles(hints);
  }

  Reading read(FileName name, Places places, JsonNode body) {
    if (Wrapper.isOne(body)) {
      return wrapped(name, places, Wrapper.of(body));
    }
    if (!body.isContainerNode()) {
      return new Reading.Malformed("holds a single value and no JSON object or list");
    }
    Optional<Reading> flaws = FlawFiles.of(body);
    if (flaws.isPresent()) {
      return flaws.get();
    }
    List<AwsOperation> awsNamed = AwsOperations.named(name.operation());
    Optional<String> graphNamed = GraphCollections.named(name.operation());
    List<String> armNamed = ArmTypes.named(name.operation());
    Optional<String> other = AzureHoundFiles.isOne(body) ? Optional.of("an AzureHound collection") : OtherShapes.of(body);
    boolean named = !awsNamed.isEmpty() || graphNamed.isPresent() || !armNamed.isEmpty();
    if (other.isPresent()) {
      if (named && !graphNamed.equals(Optional.of("signIns"))) {
        return new Reading.Malformed("is named `" + name.operation() + "` but holds " + other.get());
      }
      return AzureHoundFiles.isOne(body) ? azureHound.read(name, places, body) : new Reading.Skipped(other.get());
    }
    if (!awsNamed.isEmpty()) {
      return aws.named(name, places, awsNamed, body);
    }
    return named ? azure(name, places, graphNamed, armNamed, body) : byContent(name, places, body);
  }

  private Reading azure(FileName name, Places places, Optional<String> graphNamed, List<String> armNamed, JsonNode body) {
    if (graphNamed.isEmpty()) {
      return arm.named(name, places, armNamed, body);
    }
    if (armNamed.isEmpty() || !SHARED.contains(graphNamed.get())) {
      return graph.named(name, places, graphNamed.get(), body);
    }
    Optional<String> folder = name.nearest(Set.of(GRAPH, ARM));
    Optional<String> content = GraphContext.of(body).isPresent() ? Optional.of(GRAPH) : isArm(body) ? Optional.of(ARM) : Optional.empty();
    if (folder.isPresent() && content.isPresent() && !folder.equals(content)) {
      return new Reading.Malformed("lies in a folder `" + folder.get() + "` but holds what the other answers");
    }
    Optional<String> decided = folder.or(() -> content);
    if (decided.isPresent()) {
      return decided.get().equals(GRAPH) ? graph.named(name, places, graphNamed.get(), body) : arm.named(name, places, armNamed, body);
    }
    return isEmptyList(body)
        ? new Reading.Ambiguous("could list Azure's `" + name.operation() + "` or Entra's: put it in a folder `arm` or `graph`")
        : graph.named(name, places, graphNamed.get(), body);
  }

  private Reading byContent(FileName name, Places places, JsonNode body) {
    if (isEmptyList(body) && GraphContext.of(body).isEmpty()) {
      return new Reading.Ambiguous("is an empty list, and nothing says of what: name it `<operation>.json`");
    }
    List<Reading> readings = new ArrayList<>();
    if (body.isObject()) {
      aws.byContent(name, places, body).ifPresent(readings::add);
    }
    arm.byContent(name, places, body).ifPresent(readings::add);
    if (readings.isEmpty()) {
      graph.byContent(name, places, body).ifPresent(readings::add);
    }
    if (readings.size() > 1) {
      return new Reading.Ambiguous("could be an answer of AWS or of Azure: name it `<operation>.json`");
    }
    return readings.isEmpty() ? unknown(name) : readings.getFirst();
  }

  private static Reading unknown(FileName name) {
    return new Reading.Skipped(AwsOperations.looksLikeOne(name.operation())
        ? "`" + name.operation() + "` is not among the operations that are read"
        : "is JSON of no form that is read");
  }

  private Reading wrapped(FileName name, Places places, Wrapper wrapper) {
    FileName about = new FileName(wrapper.operation(), wrapper.subject().orElse(name.subject()), name.folders());
    return switch (wrapper.service()) {
      case ARM -> arm.named(about, places, List.of(ArmTypes.normal(wrapper.operation())), wrapper.response());
      case GRAPH -> GraphCollections.named(wrapper.operation())
          .map(collection -> graph.named(about, places, collection, wrapper.response()))
          .orElseGet(() -> new Reading.Skipped("Microsoft Graph's `" + wrapper.operation() + "`, which no rule reads"));
      default -> wrappedAws(about, places, wrapper);
    };
  }

  private Reading wrappedAws(FileName about, Places places, Wrapper wrapper) {
    Operation wanted = new Operation(AwsOperations.canonicalService(wrapper.service()), AwsOperations.kebab(wrapper.operation()));
    return AwsOperations.ALL.stream()
        .filter(row -> row.operation().equals(wanted))
        .findFirst()
        .map(row -> aws.wrapped(about, places, row, new TreeMap<>(wrapper.parameters()), wrapper.response()))
        .orElseGet(() -> new Reading.Skipped("`" + wanted.service() + " " + wanted.name() + "` is not among the operations that are read"));
  }

  private static boolean isArm(JsonNode body) {
    JsonNode list = body.isArray() ? body : body.path(body.has("data") ? "data" : "value");
    return ArmFiles.isResource(list.isArray() ? list.path(0) : body);
  }

  private static boolean isEmptyList(JsonNode body) {
    return (body.isArray() && body.isEmpty())
        || (body.isObject() && body.path("value").isArray() && body.path("value").isEmpty());
  }

  /** The parameters of a wrapper, by name: those that are texts or numbers. */
  static Map<String, String> parameters(JsonNode parameters) {
    Map<String, String> read = new TreeMap<>();
    parameters.properties().forEach(entry -> {
      if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
        read.put(entry.getKey(), entry.getValue().asText());
      }
    });
    return read;
  }
}
