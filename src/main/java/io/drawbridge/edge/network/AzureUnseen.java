package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import java.util.ArrayList;
import java.util.List;

/** Filters on the way to one host that can only close what is open, and were not seen. */
final class AzureUnseen {

  private final Estate estate;
  private final ArmId host;
  private final List<Unread> unread = new ArrayList<>();
  private final List<Atom> atoms = new ArrayList<>();

  AzureUnseen(Estate estate, ArmId host) {
    this.estate = estate;
    this.host = host;
  }

  /**
   * Notes one that something refers to.
   *
   * @param noun such as {@code the subnet's route table}
   */
  void add(Operation operation, ArmId id, String noun) {
    if (estate.coverage().reading(scope(id), operation) == Reading.UNREADABLE) {
      atoms.add(new Atom(host, "unread:" + operation, "Permits", List.of(id.text()), false, noun + ", which could not be read, let the packets pass"));
    } else {
      unread.add(new Unread(scope(id), operation.toString()));
    }
  }

  Condition condition() {
    return new Condition(atoms);
  }

  Proof proof() {
    return new Proof(List.of(), unread);
  }

  /** The subscription that an id lies in. */
  static Scope scope(ArmId id) {
    return id.subscription().map(Scope::subscription).orElse(Scope.WORLD);
  }
}
