package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.policy.AddressBlock;
import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a condition comes to when requirements on one key are seen together: {@code x = a} takes in {@code x is like a*}, and {@code x = a}
 * with {@code x = b} is never.
 *
 * <p>Why at the end and not while the condition is put together: only what is left of it pays for the comparing.
 */
final class Simplified {

  private Simplified() {}

  static Alternatives of(Alternatives given) {
    if (given.isAlways() || given.isNever()) {
      return given;
    }
    List<Set<Requirement>> possible = new ArrayList<>();
    given.of().forEach(all -> together(all).ifPresent(possible::add));
    if (possible.isEmpty() && given.approximated()) {
      return given;
    }
    return new Alternatives(Choices.fewest(possible), given.approximated());
  }

  /** Requirements that must hold together; empty when they cannot. */
  private static Optional<Set<Requirement>> together(Set<Requirement> all) {
    Map<String, List<Requirement>> byKey = new LinkedHashMap<>();
    all.forEach(one -> byKey.computeIfAbsent(ResourceId.lowerCase(one.key()), key -> new ArrayList<>()).add(one));
    Set<Requirement> simpler = new LinkedHashSet<>();
    for (List<Requirement> ofOneKey : byKey.values()) {
      Optional<List<Requirement>> left = ofOneKey.size() == 1 ? Optional.of(ofOneKey) : ofOneKey(ofOneKey);
      if (left.isEmpty()) {
        return Optional.empty();
      }
      simpler.addAll(left.get());
    }
    return Optional.of(simpler);
  }

  private static Optional<List<Requirement>> ofOneKey(List<Requirement> given) {
    if (given.stream().anyMatch(one -> Shape.of(one).isEmpty())) {
      return Optional.of(given);
    }
    List<Requirement> left = new ArrayList<>(given);
    for (Requirement one : given) {
      Optional<Requirement> narrowed = narrowed(one, given);
      narrowed.ifPresent(left::add);
    }
    if (left.stream().anyMatch(one -> left.stream().anyMatch(other -> shape(one).excludes(shape(other))))) {
      return Optional.empty();
    }
    return Optional.of(withoutImplied(left));
  }

  private static List<Requirement> withoutImplied(List<Requirement> all) {
    List<Requirement> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Requirement one = all.get(i);
      boolean implied = kept.stream().anyMatch(other -> shape(other).implies(shape(one)))
          || all.subList(i + 1, all.size()).stream().anyMatch(other -> shape(other).implies(shape(one)) && !shape(one).implies(shape(other)));
      if (!implied) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** The values or blocks of a requirement that the others leave, where they leave fewer. */
  private static Optional<Requirement> narrowed(Requirement one, List<Requirement> all) {
    Shape shape = shape(one);
    boolean absent = all.stream().allMatch(other -> shape(other).absent());
    if (!shape.inside()) {
      return Optional.empty();
    }
    return switch (shape.form()) {
      case Form.Exact exact -> {
        List<String> values = exact.values().stream()
            .filter(value -> all.stream().allMatch(other -> KnownKey.satisfies(other, List.of(value)).orElse(true))).toList();
        yield Optional.of(requirement(one.key(), one.operator().startsWith("Bool") ? "Bool" : "StringEquals", values, absent));
      }
      case Form.Blocks blocks -> all.stream().map(Simplified::shape).filter(Shape::inside).map(Shape::form).filter(Form.Blocks.class::isInstance)
          .map(form -> ((Form.Blocks) form).blocks()).reduce(Simplified::common).filter(common -> common.size() > 0)
          .map(common -> requirement(one.key(), "IpAddress", common.stream().map(AddressBlock::toString).toList(), absent));
      default -> Optional.empty();
    };
  }

  private static Requirement requirement(String key, String operator, List<String> values, boolean absent) {
    if (values.isEmpty()) {
      return RequirementText.requirement(key, "Null", List.of("true"));
    }
    return RequirementText.requirement(key, absent ? operator + "IfExists" : operator, values);
  }

  private static List<AddressBlock> common(List<AddressBlock> first, List<AddressBlock> second) {
    List<AddressBlock> common = new ArrayList<>();
    first.forEach(one -> second.forEach(other -> {
      if (one.covers(other)) {
        common.add(other);
      } else if (other.covers(one)) {
        common.add(one);
      }
    }));
    return common;
  }

  private static Shape shape(Requirement requirement) {
    return Shape.of(requirement).orElseThrow();
  }
}
