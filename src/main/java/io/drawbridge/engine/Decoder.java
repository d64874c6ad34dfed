package io.drawbridge.engine;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import java.util.ArrayList;
import java.util.List;

/** Reads the values that nodes and edges are made of; the layouts are those that {@link Encoder} writes. */
final class Decoder {

  static final int EVIDENCE_COLUMNS = 8;

  private final Texts texts;
  private final Ints scopes;
  private final Ints conditions;
  private final Ints proofs;
  private final Ints evidence;
  private final Ints meta;

  Decoder(Sections sections) {
    texts = new Texts(sections.ints(Section.TEXT_OFFSETS), sections.bytes(Section.TEXTS));
    scopes = sections.ints(Section.SCOPES);
    conditions = sections.ints(Section.CONDITIONS);
    proofs = sections.ints(Section.PROOFS);
    evidence = sections.ints(Section.EVIDENCE);
    meta = sections.ints(Section.META);
  }

  String text(int index) {
    return texts.get(index);
  }

  boolean isEqual(int text, byte[] utf8) {
    return texts.isEqual(text, utf8);
  }

  boolean endsWith(int text, byte[] utf8) {
    return texts.endsWith(text, utf8);
  }

  ResourceId id(int text) {
    String id = texts.get(text);
    return ResourceId.parse(id).orElseThrow(() -> new IllegalStateException("`" + id + "` was an id when the image was made"));
  }

  Scope scope(int index) {
    return new Scope(Cloud.valueOf(texts.get(scopes.get(index * 2L))), texts.get(scopes.get(index * 2L + 1)));
  }

  int scopeCount() {
    return scopes.size() / 2;
  }

  Condition condition(int offset) {
    var cursor = new Cursor(conditions, offset);
    int count = cursor.next();
    List<Atom> atoms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      atoms.add(atom(cursor));
    }
    return count == 0 ? Condition.NONE : new Condition(atoms);
  }

  Proof proof(int offset) {
    var cursor = new Cursor(proofs, offset);
    int evidenceCount = cursor.next();
    List<Evidence> items = new ArrayList<>(evidenceCount);
    for (int i = 0; i < evidenceCount; i++) {
      items.add(evidence(cursor.next()));
    }
    int unreadCount = cursor.next();
    List<Unread> unread = new ArrayList<>(unreadCount);
    for (int i = 0; i < unreadCount; i++) {
      unread.add(new Unread(scope(cursor.next()), texts.get(cursor.next())));
    }
    return new Proof(items, unread);
  }

  SnapshotId snapshot() {
    return new SnapshotId(texts.get(meta.get(0)));
  }

  String graphHash() {
    return texts.get(meta.get(1));
  }

  Completeness completeness() {
    var cursor = new Cursor(meta, 2);
    int percent = cursor.next();
    int count = cursor.next();
    List<CoverageGap> gaps = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      gaps.add(new CoverageGap(scope(cursor.next()), text(cursor.next()), text(cursor.next()), text(cursor.next()),
          text(cursor.next()), text(cursor.next()), text(cursor.next())));
    }
    return new Completeness(percent, gaps);
  }

  private Atom atom(Cursor cursor) {
    ResourceId subject = id(cursor.next());
    String key = text(cursor.next());
    String operator = text(cursor.next());
    boolean negated = cursor.next() != 0;
    String words = text(cursor.next());
    int count = cursor.next();
    List<String> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(text(cursor.next()));
    }
    return new Atom(subject, key, operator, values, negated, words);
  }

  private Evidence evidence(int index) {
    var cursor = new Cursor(evidence, index * EVIDENCE_COLUMNS);
    Evidence.Side side = Evidence.Side.valueOf(text(cursor.next()));
    var document = new DocumentRef(text(cursor.next()), text(cursor.next()));
    var statement = new StatementRef(document, text(cursor.next()), text(cursor.next()), text(cursor.next()));
    return new Evidence(side, statement, scope(cursor.next()), new SnapshotId(text(cursor.next())));
  }

  /** Reads ints one after the other. */
  static final class Cursor {
    private final Ints ints;
    private long position;

    Cursor(Ints ints, int position) {
      this.ints = ints;
      this.position = position;
    }

    int next() {
      return ints.get(position++);
    }
  }
}
