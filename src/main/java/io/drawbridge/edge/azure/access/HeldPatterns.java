package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.PatternMeet;
import io.drawbridge.edge.azure.ArmScopes;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.DenyAssignment;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The patterns of actions that somebody's roles name, where they are held, and the narrower ones that may fare otherwise.
 *
 * <p>A line at a scope stands for what lies below as well, unless a deny assignment there spares child scopes: what it names has a line for the scope
 * itself then, and one for what lies below.
 */
final class HeldPatterns {

  private final AzureAuthorization authorization;
  private final List<DenyAssignment> denies;
  private final Set<Line> lines = new TreeSet<>();
  private final Deque<Line> open = new ArrayDeque<>();
  private final int most;
  private boolean truncated;

  /**
   * A pattern of actions at a scope.
   *
   * @param below whether it stands only for what lies below the scope
   * @param depth how far below the root
   * @param decision what it came to; a denial until it is decided
   */
  record Line(String action, boolean dataAction, ArmId scope, boolean below, int depth, Decision decision) implements Comparable<Line> {

    private static final Decision OPEN = new Decision.Denied(false, List.of());
    private static final Comparator<Line> WIDEST_FIRST = Comparator.comparingInt(Line::depth)
        .thenComparing(Line::below).thenComparingInt(line -> line.action.length()).thenComparing(Line::action).thenComparing(Line::dataAction).thenComparing(Line::scope);

    Line decided(Decision found) {
      return new Line(action, dataAction, scope, below, depth, found);
    }

    boolean covers(Line other, AzureAuthorization authorization) {
      boolean reaches = scope.equals(other.scope) ? !below || other.below : authorization.reaching(other.scope).contains(scope);
      return reaches && dataAction == other.dataAction && PatternMeet.coversAction(action, other.action);
    }

    /** True when the other says of what lies below what this one says of the scope itself. */
    boolean isRestatedBy(Line other) {
      return !below && other.below && action.equals(other.action) && dataAction == other.dataAction && scope.equals(other.scope);
    }

    /** Where it holds, as it is shown. */
    String where() {
      return below ? scope.text() + (scope.equals(ArmScopes.ROOT) ? "*" : "/*") : scope.text();
    }

    /** Something that it stands for. */
    ArmId example() {
      return below ? new ArmId((scope.equals(ArmScopes.ROOT) ? "" : scope.text()) + "/providers/any/any/any") : scope;
    }

    boolean sameAnswer(Line other) {
      if (decision instanceof Decision.Conditional mine && other.decision instanceof Decision.Conditional theirs) {
        return mine.alternatives().equals(theirs.alternatives());
      }
      return decision.getClass() == other.decision.getClass();
    }

    @Override
    public int compareTo(Line other) {
      return WIDEST_FIRST.compare(this, other);
    }
  }

  HeldPatterns(AzureAuthorization authorization, Set<String> ids, int most) {
    this.authorization = authorization;
    this.denies = authorization.deniesOf(ids);
    this.most = most;
    authorization.held().all().stream().filter(held -> ids.contains(held.principalId())).forEach(this::add);
    while (!open.isEmpty()) {
      denied(open.pop());
    }
  }

  /** Widest first. */
  List<Line> lines() {
    return List.copyOf(lines);
  }

  boolean truncated() {
    return truncated;
  }

  private void add(RoleAssignment held) {
    RoleDefinition role = authorization.definitions().get(held.roleGuid());
    if (role != null) {
      role.permissions().forEach(block -> {
        add(held, block, block.actions(), block.notActions(), false);
        add(held, block, block.dataActions(), block.notDataActions(), true);
      });
    }
  }

  private void add(RoleAssignment held, Permission block, List<String> patterns, List<String> not, boolean data) {
    List<String> narrower = Stream.of(not, AzureRoles.askedFor(held.condition(), held.conditionVersion()), AzureRoles.askedFor(block.condition(), block.conditionVersion()))
        .flatMap(List::stream).toList();
    for (String pattern : patterns) {
      add(pattern, data, held.scope(), false);
      narrower.stream().flatMap(inner -> PatternMeet.ofActions(pattern, inner).stream()).forEach(inner -> add(inner, data, held.scope(), false));
    }
  }

  /** What deny assignments about the holder say or spare of a part of it, there or further down. */
  private void denied(Line line) {
    ArmId scope = line.scope;
    for (DenyAssignment deny : denies) {
      boolean below = authorization.reaching(deny.scope()).contains(scope);
      boolean above = !deny.doNotApplyToChildScopes() && authorization.reaching(scope).contains(deny.scope());
      if (below || above) {
        Permission said = deny.permissions();
        Stream<String> patterns = line.dataAction ? Stream.concat(said.dataActions().stream(), said.notDataActions().stream())
            : Stream.concat(said.actions().stream(), said.notActions().stream());
        ArmId where = below ? deny.scope() : scope;
        patterns.flatMap(other -> PatternMeet.ofActions(line.action, other).stream()).forEach(inner -> {
          add(inner, line.dataAction, where, line.below && where.equals(scope));
          if (deny.doNotApplyToChildScopes()) {
            add(inner, line.dataAction, where, true);
          }
        });
      }
    }
  }

  private void add(String action, boolean data, ArmId scope, boolean below) {
    Line line = new Line(action, data, scope, below, authorization.reaching(scope).size(), Line.OPEN);
    if (lines.size() < most) {
      if (lines.add(line)) {
        open.push(line);
      }
    } else {
      truncated = true;
    }
  }
}
