package io.drawbridge.edge.aws.data;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A sort of store whose contents are read by one request, with the key's where there is one.
 *
 * @param name of one, as the names of sets carry it
 * @param kind of the edges that read it
 * @param targets the stores of an estate, each with what reading it demands: the read first
 * @param free condition keys of the read that the caller chooses
 */
record ReadableStore(String name, EdgeKind kind, Function<Estate, List<Target>> targets, Set<String> free) {

  static final ReadableStore SECRETS = new ReadableStore("secret", EdgeKind.CAN_READ_SECRET, SecretReads::targets, SecretReads.FREE);
  static final ReadableStore OBJECTS = new ReadableStore("objects", EdgeKind.CAN_READ_DATA, ObjectReads::targets, ObjectReads.FREE);
  static final ReadableStore PARAMETERS = new ReadableStore("secure-parameter", EdgeKind.CAN_READ_SECRET, ParameterReads::targets, Set.of());

  /** Those whose contents may lie under a customer's key. */
  static final List<ReadableStore> ALL = List.of(SECRETS, OBJECTS, PARAMETERS);
}
