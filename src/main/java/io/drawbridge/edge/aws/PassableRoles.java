package io.drawbridge.edge.aws;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.Recipient.Held;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.InstanceProfile;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that can be passed to each service: those whose trust lets it in, found by the services that trusts name, once per estate.
 *
 * <p>A service-linked role is never passed: only its own service takes it. Source: IAM User Guide, "Create a service-linked role".
 */
public final class PassableRoles {

  private static final Duration SESSION = Duration.ofHours(1);
  private static final String SERVICE = "Service:";
  private static final String LINKED = "role/aws-service-role/";

  private final Estate estate;
  private final AwsAuthorization authorization;
  private final ResourceContext context;
  private final Map<String, List<IamRole>> byService = new HashMap<>();
  private final List<IamRole> open = new ArrayList<>();
  private final Map<String, InstanceProfile> profiles = new HashMap<>();
  private final Map<Recipient, List<Target>> known = new HashMap<>();
  private final Map<Recipient, Reach> reaches = new HashMap<>();

  private PassableRoles(Estate estate) {
    this.estate = estate;
    authorization = AwsAuthorization.of(estate);
    context = new ResourceContext(authorization.mentions());
    estate.inventory().all(IamRole.class).stream().filter(role -> !role.id().resource().startsWith(LINKED)).forEach(this::index);
    estate.inventory().all(InstanceProfile.class).forEach(profile -> profile.roleArns().forEach(role -> profiles.put(role, profile)));
  }

  public static PassableRoles of(Estate estate) {
    return estate.view(PassableRoles.class, PassableRoles::new);
  }

  /** The roles as targets. */
  public List<Target> targets(Recipient recipient) {
    return known.computeIfAbsent(recipient, this::make);
  }

  /** Who may pass which of them: ways to start the same service ask it once. */
  Reach reach(Recipient recipient) {
    return reaches.computeIfAbsent(recipient, one -> new Reach(authorization, one.name(), targets(one), Set.of()));
  }

  /** The roles whose trust may let a service in. */
  List<IamRole> naming(String service) {
    List<IamRole> all = new ArrayList<>(byService.getOrDefault(service, List.of()));
    all.addAll(open);
    return all;
  }

  /** True when a role's trust names a service. */
  public static boolean names(IamRole role, String service) {
    return role.trust().stream().flatMap(trust -> trust.statements().stream())
        .anyMatch(statement -> statement.allows() && statement.principals().values().stream().anyMatch(value -> value.startsWith(SERVICE) && host(value).equals(service)));
  }

  /** A service's name without what it ends in in China. */
  private static String host(String value) {
    return value.substring(SERVICE.length()).replaceFirst("\\.amazonaws\\.com\\.cn$", ".amazonaws.com");
  }

  private void index(IamRole role) {
    Set<String> services = new LinkedHashSet<>();
    boolean anybody = false;
    for (Statement statement : role.trust().map(trust -> trust.statements()).orElse(List.of())) {
      anybody |= statement.principals().negated();
      for (String value : statement.principals().values()) {
        anybody |= value.endsWith("*");
        if (value.startsWith(SERVICE)) {
          services.add(host(value));
        }
      }
    }
    if (anybody) {
      open.add(role);
    } else {
      services.forEach(service -> byService.computeIfAbsent(service, none -> new ArrayList<>()).add(role));
    }
  }

  private List<Target> make(Recipient recipient) {
    List<Target> targets = new ArrayList<>();
    var does = new LaunchDecision(estate, recipient.does());
    for (IamRole role : naming(recipient.trusted())) {
      Optional<InstanceProfile> profile = Optional.ofNullable(profiles.get(role.id().text()));
      Ruling trust = trust(role, recipient);
      if (trust.possible() && fits(recipient.held(), profile)) {
        Decision besides = Decisions.and(trust.decision(), ownPower(role, recipient, does));
        if (besides.possible()) {
          targets.add(target(role, recipient, profile, trust.proof()).given(besides));
        }
      }
    }
    return targets;
  }

  /** What the role itself must be allowed to do. */
  private Decision ownPower(IamRole role, Recipient recipient, LaunchDecision does) {
    return recipient.does().isEmpty() ? Decisions.YES
        : authorization.find(role.id()).map(does::of).orElseGet(() -> new Decision.Denied(false, List.of()));
  }

  private static boolean fits(Held held, Optional<InstanceProfile> profile) {
    return switch (held) {
      case DIRECTLY -> true;
      case IN_PROFILE -> profile.isPresent();
      case IN_NO_PROFILE -> profile.isEmpty();
    };
  }

  private Ruling trust(IamRole role, Recipient recipient) {
    Decision all = Decisions.YES;
    Proof proof = Proof.of(List.of());
    for (String action : recipient.trustActions()) {
      Ruling one = authorization.trust(role, new AwsPrincipal.Service(recipient.trusted()), action, Map.of(), Set.of());
      all = Decisions.and(all, one.decision());
      proof = proof.and(one.proof());
    }
    return new Ruling(all, proof);
  }

  /** As the role's own trust names it, in China. */
  private static String passedTo(IamRole role, String service) {
    boolean ofChina = role.trust().stream().flatMap(trust -> trust.statements().stream()).flatMap(statement -> statement.principals().values().stream())
        .anyMatch(value -> value.equals(SERVICE + service + ".cn"));
    return ofChina ? service + ".cn" : service;
  }

  private Target target(IamRole role, Recipient recipient, Optional<InstanceProfile> profile, Proof trust) {
    var asked = context.of(role.id(), "iam", role.tags());
    asked.put("iam:passedtoservice", List.of(passedTo(role, recipient.passedTo())));
    var demand = new Demand("iam:PassRole", role.id().text(), role.id().account(), Optional.empty(), asked);
    Proof facts = trust;
    if (recipient.held() == Held.IN_PROFILE && profile.isPresent()) {
      facts = facts.and(Proof.of(List.of(ServiceRole.fact(profile.get().origin(), "/InstanceProfileList", profile.get().id().text()))));
    }
    return new Target(role.id(), List.of(demand), facts, List.of(), true, Optional.of(SESSION));
  }
}
