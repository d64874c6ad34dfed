package io.drawbridge.engine;

import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Writes each value that nodes and edges are made of once, and names it by its place. */
final class Encoder {

  private final TextPool texts = new TextPool();
  private final IntList scopes = new IntList();
  private final Map<Scope, Integer> scopeIndexes = new HashMap<>();
  private final IntList conditions = new IntList();
  private final Map<Condition, Integer> conditionOffsets = new HashMap<>();
  private final IntList proofs = new IntList();
  private final Map<Proof, Integer> proofOffsets = new HashMap<>();
  private final IdentityHashMap<Proof, Integer> sameProofs = new IdentityHashMap<>();
  private final IntList evidence = new IntList();
  private final Map<Evidence, Integer> evidenceIndexes = new HashMap<>();

  int text(String text) {
    return texts.add(text);
  }

  int scope(Scope scope) {
    return scopeIndexes.computeIfAbsent(scope, added -> {
      int offset = scopes.add(text(added.cloud().name()));
      scopes.add(text(added.id()));
      return offset / 2;
    });
  }

  /** The offset of a condition. */
  int condition(Condition condition) {
    return conditionOffsets.computeIfAbsent(condition, added -> {
      int offset = conditions.add(added.atoms().size());
      added.atoms().forEach(this::atom);
      return offset;
    });
  }

  /** The offset of a proof; the same object is looked up without comparing what is in it. */
  int proof(Proof proof) {
    Integer same = sameProofs.get(proof);
    if (same != null) {
      return same;
    }
    Integer equal = proofOffsets.get(proof);
    int offset = equal == null ? addProof(proof) : equal;
    proofOffsets.put(proof, offset);
    sameProofs.put(proof, offset);
    return offset;
  }

  Ints meta(SnapshotId snapshot, String graphHash, Completeness completeness) {
    var meta = new IntList();
    meta.add(text(snapshot.value()));
    meta.add(text(graphHash));
    meta.add(completeness.percent());
    meta.add(completeness.gaps().size());
    for (CoverageGap gap : completeness.gaps()) {
      meta.add(scope(gap.scope()));
      meta.add(text(gap.region()));
      meta.add(text(gap.operation()));
      meta.add(text(gap.resource()));
      meta.add(text(gap.status()));
      meta.add(text(gap.message()));
      meta.add(text(gap.age()));
    }
    return meta.toInts();
  }

  /** Puts what was written into an image's sections; nothing may be written after. */
  void finish(Map<Section, MemorySegment> sections) {
    sections.put(Section.TEXT_OFFSETS, texts.offsets().segment());
    sections.put(Section.TEXTS, texts.bytes());
    sections.put(Section.SCOPES, scopes.toInts().segment());
    sections.put(Section.CONDITIONS, conditions.toInts().segment());
    sections.put(Section.PROOFS, proofs.toInts().segment());
    sections.put(Section.EVIDENCE, evidence.toInts().segment());
  }

  private void atom(Atom atom) {
    conditions.add(text(atom.subject().text()));
    conditions.add(text(atom.key()));
    conditions.add(text(atom.operator()));
    conditions.add(atom.negated() ? 1 : 0);
    conditions.add(text(atom.text()));
    conditions.add(atom.values().size());
    atom.values().forEach(value -> conditions.add(text(value)));
  }

  private int addProof(Proof proof) {
    int[] items = proof.evidence().stream().mapToInt(this::evidence).toArray();
    int offset = proofs.add(items.length);
    for (int item : items) {
      proofs.add(item);
    }
    proofs.add(proof.unread().size());
    for (Unread unread : proof.unread()) {
      proofs.add(scope(unread.scope()));
      proofs.add(text(unread.operation()));
    }
    return offset;
  }

  private int evidence(Evidence item) {
    return evidenceIndexes.computeIfAbsent(item, added -> {
      var statement = added.statement();
      int offset = evidence.add(text(added.side().name()));
      evidence.add(text(statement.document().id()));
      evidence.add(text(statement.document().kind()));
      evidence.add(text(statement.pointer()));
      evidence.add(text(statement.label()));
      evidence.add(text(statement.excerpt()));
      evidence.add(scope(added.scope()));
      evidence.add(text(added.snapshot().value()));
      return offset / Decoder.EVIDENCE_COLUMNS;
    });
  }
}
