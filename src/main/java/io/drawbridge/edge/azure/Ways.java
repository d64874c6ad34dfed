package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.OtherAzureResource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All ways to gain the same resources.
 *
 * <p>INVARIANT: no other ways have the same name of a set, so that a set's id says what is in it.
 *
 * @param set name of the sets that the resources make up
 * @param reads what lists the resources
 */
public record Ways(String set, EdgeKind kind, List<Operation> reads, Targets targets, List<Way> ways) {

  /** Finds the resources of an estate; what hides some of them is a gap. */
  @FunctionalInterface
  public interface Targets {
    List<Target> of(Estate estate, EdgeSink sink);
  }

  public Ways {
    reads = List.copyOf(reads);
    ways = List.copyOf(ways);
  }

  public static Ways to(String set, EdgeKind kind, List<String> types, Targets targets, Way... ways) {
    return new Ways(set, kind, types.stream().map(type -> new Operation("arm", type)).toList(), targets, List.of(ways));
  }

  /** Each record of a type that fits. */
  public static <R extends Resource> Targets each(Class<R> type, Predicate<R> fits, Function<R, Target> target) {
    return (estate, sink) -> estate.inventory().all(type).stream().filter(fits).map(target).toList();
  }

  /** Each record of a type that fits, by its own id. */
  public static <R extends Resource> Targets each(Class<R> type, Predicate<R> fits) {
    return each(type, fits, Ways::itself);
  }

  /** Each resource of a type without records of its own. */
  public static Targets others(String type) {
    return each(OtherAzureResource.class, resource -> resource.type().equals(type));
  }

  /** The resource as what is gained, proven by its being there. */
  public static Target itself(Resource resource) {
    ArmId id = new ArmId(resource.id().text());
    return Target.of(id, id, Observed.fact(resource, "/id", resource.name()));
  }
}
