package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Wildcard;
import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.DenyAssignment;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The patterns of actions that somebody's roles name, where they are held, and the narrower ones that may fare otherwise.
 *
 * <p><b>Not modelled:</b> what two patterns share that have more than one star each and of which neither takes in the other.
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
   * @param depth how far below the root
   * @param decision what it came to; a denial until it is decided
   */
  record Line(String action, boolean dataAction, ArmId scope, int depth, Decision decision) implements Comparable<Line> {

    private static final Decision OPEN = new Decision.Denied(false, List.of());
    private static final Comparator<Line> WIDEST_FIRST = Comparator.comparingInt(Line::depth)
        .thenComparingInt(line -> line.action.length()).thenComparing(Line::action).thenComparing(Line::dataAction).thenComparing(Line::scope);

    Line decided(Decision found) {
      return new Line(action, dataAction, scope, depth, found);
    }

    boolean covers(Line other, AzureAuthorization authorization) {
      return dataAction == other.dataAction && HeldPatterns.covers(action, other.action) && authorization.reaching(other.scope).contains(scope);
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
      add(pattern, data, held.scope());
      narrower.stream().flatMap(inner -> meet(pattern, inner).stream()).forEach(inner -> add(inner, data, held.scope()));
    }
  }

  /** What deny assignments about the holder say or spare of a part of it, there or further down. */
  private void denied(Line line) {
    ArmId scope = line.scope;
    for (DenyAssignment deny : denies) {
      boolean below = authorization.reaching(deny.scope()).contains(scope);
      boolean above = authorization.reaching(scope).contains(deny.scope());
      if (below || above) {
        Permission said = deny.permissions();
        Stream<String> patterns = line.dataAction ? Stream.concat(said.dataActions().stream(), said.notDataActions().stream())
            : Stream.concat(said.actions().stream(), said.notActions().stream());
        ArmId where = below ? deny.scope() : scope;
        patterns.flatMap(other -> meet(line.action, other).stream()).forEach(inner -> add(inner, line.dataAction, where));
      }
    }
  }

  private void add(String action, boolean data, ArmId scope) {
    Line line = new Line(action, data, scope, authorization.reaching(scope).size(), Line.OPEN);
    if (lines.size() < most) {
      if (lines.add(line)) {
        open.push(line);
      }
    } else {
      truncated = true;
    }
  }

  /** What two patterns share, as patterns; none when they share nothing. */
  private static List<String> meet(String one, String other) {
    if (covers(one, other) || covers(other, one)) {
      return List.of(covers(one, other) ? other : one);
    }
    int star = one.indexOf('*');
    int otherStar = other.indexOf('*');
    boolean single = star >= 0 && otherStar >= 0 && star == one.lastIndexOf('*') && otherStar == other.lastIndexOf('*');
    if (!single) {
      return List.of();
    }
    Optional<String> start = both(one.substring(0, star), other.substring(0, otherStar), String::startsWith);
    Optional<String> end = both(one.substring(star + 1), other.substring(otherStar + 1), String::endsWith);
    return start.isEmpty() || end.isEmpty() ? List.of() : joined(start.get(), end.get());
  }

  /** What begins and ends so; the slash between may be one and the same. */
  private static List<String> joined(String start, String end) {
    boolean shared = start.endsWith("/") && end.startsWith("/");
    return shared ? List.of(start + "*" + end, start + end.substring(1)) : List.of(start + "*" + end);
  }

  /** The longer of two ends, when the shorter is the same as far as it goes. */
  private static Optional<String> both(String one, String other, BiPredicate<String, String> fits) {
    boolean longer = one.length() >= other.length();
    boolean agree = longer ? fits.test(ResourceId.lowerCase(one), ResourceId.lowerCase(other)) : fits.test(ResourceId.lowerCase(other), ResourceId.lowerCase(one));
    return agree ? Optional.of(longer ? one : other) : Optional.empty();
  }

  private static boolean covers(String wider, String narrower) {
    return Wildcard.matches(ResourceId.lowerCase(wider).replace('?', Wildcard.LITERAL_QUESTION), ResourceId.lowerCase(narrower));
  }
}
