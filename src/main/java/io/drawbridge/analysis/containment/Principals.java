package io.drawbridge.analysis.containment;

import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.EdgeKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody does as a principal, and loses when the principal is denied everything or can no longer sign in. */
final class Principals {

  /** Everything the provider authorizes, memberships included: what a group has is used as its member. */
  static final Set<EdgeKind> DEEDS = Collections.unmodifiableSet(EnumSet.copyOf(
      Arrays.stream(EdgeKind.values()).filter(Principals::isDeed).collect(Collectors.toSet())));

  private Principals() {}

  private static boolean isDeed(EdgeKind kind) {
    boolean authorized = kind.edgeClass() == EdgeClass.AUTHORIZATION && kind != EdgeKind.IN_SET;
    return authorized || kind == EdgeKind.MEMBER_OF || kind == EdgeKind.SIGNS_IN_AS;
  }
}
