package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.LaunchDecision;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Speakers;
import io.drawbridge.edge.aws.StackSets;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.compute.ExecutionRoles.Taken;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.StackSet;
import io.drawbridge.inventory.aws.StackSetInstance;
import io.drawbridge.policy.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * By a stack set with permissions of its own, a principal has CloudFormation make what its template says under the execution roles that an
 * administration role takes, in other accounts as well: by a set that it makes, or by one that is there.
 *
 * <p>The administration role itself is not gained, as CloudFormation does nothing with it but take the others. It is passed, but for the one of the
 * default name, which any stack set of the account may use. Source: CloudFormation User Guide, "Grant self-managed permissions"; CloudFormation API
 * reference, UpdateStackSet (a custom administration role is passed again; stacks of all accounts are updated; another execution role can
 * be named). <b>Not modelled:</b> stack sets to which a principal of the account adds an account, which takes a new stack set as well;
 * stack sets with service-managed permissions, which are the organization's.
 */
final class StackSetRoles implements EdgeRule {

  private static final String REMEDY = "limit iam:PassRole on administration roles of stack sets, and cloudformation:*StackSet, to a pipeline's role";
  private static final Technique NEW = new Technique("cloudformation-003", "deploys a stack set of its own under an administration role that it passes", "T1578", REMEDY);
  private static final Technique UPDATED = new Technique("cloudformation-004", "updates a stack set whose execution roles make what the template says", "T1578", REMEDY);
  private static final Technique DEFAULT = new Technique("aws-stack-set-default-role", "deploys a stack set of its own under the account's default administration role", "T1578",
      "name administration roles of stack sets otherwise than the default, so that they have to be passed");

  private static final String DEFAULT_ROLE = "role/AWSCloudFormationStackSetAdministrationRole";
  private static final Operation SETS = Operation.parse("cloudformation:describe-stack-set");
  private static final Operation INSTANCES = Operation.parse("cloudformation:list-stack-instances");
  private static final Duration SESSION = Duration.ofHours(1);

  @Override
  public List<Operation> reads() {
    return List.of(PassRole.ROLES, SETS, INSTANCES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(NEW, UPDATED, DEFAULT);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var taking = new ExecutionRoles(estate, new Capability("take-execution-role", EdgeKind.CAN_PASS_ROLE, NEW, Likelihood.CERTAIN));
    if (!taking.administrators().isEmpty()) {
      new Drawing(estate, taking, sink).draw();
    }
  }

  private static Capability capability(String name, Technique technique) {
    return new Capability(name, EdgeKind.CAN_PASS_ROLE, technique, Likelihood.LIKELY);
  }

  private static boolean isDefault(Arn role) {
    return role.resource().equals(DEFAULT_ROLE);
  }

  /** Draws what callers gain, and then who is in the sets that they are led into. */
  private static final class Drawing implements EdgeSink {
    private final Estate estate;
    private final AwsAuthorization authorization;
    private final ExecutionRoles taking;
    private final EdgeSink sink;
    private final LaunchDecision deployed;
    private final Set<ResourceId> ledInto = new HashSet<>();
    private final Map<ResourceId, CapabilitySet> sets = new LinkedHashMap<>();

    Drawing(Estate estate, ExecutionRoles taking, EdgeSink sink) {
      this.estate = estate;
      this.authorization = AwsAuthorization.of(estate);
      this.taking = taking;
      this.sink = sink;
      this.deployed = new LaunchDecision(estate, List.of(StackSets.DEPLOYED));
    }

    @Override
    public void edge(Edge edge) {
      ledInto.add(edge.to());
      sink.edge(edge);
    }

    @Override
    public void gap(CoverageGap gap) {
      sink.gap(gap);
    }

    void draw() {
      List<AwsIdentity> deploying = Speakers.of(estate).ofAll(StackSets.ACTIONS);
      if (!deploying.isEmpty()) {
        List<Target> passed = new ArrayList<>();
        taking.administrators().forEach(role -> passed.addAll(passed(role)));
        new CapabilityDerivation(authorization, capability("deploy-stack-set-under-role", NEW), passed, Set.of(), deployed::of).draw(deploying, this);
        byDefault(deploying);
      }
      new CapabilityDerivation(authorization, capability("update-stack-set", UPDATED), updated(), Set.of("cloudformation:templateurl", "cloudformation:resourcetypes"))
          .draw(authorization.callers(), this);
      var members = new CapabilitySets(this);
      sets.values().stream().filter(set -> ledInto.contains(set.id())).forEach(members::members);
      Set<ResourceId> drawn = new HashSet<>();
      List.copyOf(ledInto).forEach(set -> taking.drawMembers(set, drawn, sink));
    }

    private List<Target> passed(Target role) {
      List<Target> targets = new ArrayList<>();
      List<Taken> all = taking.of(role.node());
      for (Taken taken : all) {
        CapabilitySet set = set("stack-set-roles", role.account() + "/" + role.node().text(), taken.parts(), others(all, taken));
        gained(set, role, taken, role.demands()).ifPresent(targets::add);
      }
      return targets;
    }

    /** Nothing where CloudFormation can never take both roles. */
    private static Optional<Target> gained(CapabilitySet roles, Target administrator, Taken taken, List<Demand> demands) {
      Decision besides = ExecutionRoles.besides(administrator, taken.condition());
      return besides.possible() ? Optional.of(new Target(roles.id(), demands, administrator.facts(), List.of(), true, Optional.of(SESSION)).given(besides)) : Optional.empty();
    }

    private CapabilitySet set(String name, String scope, List<Edge> parts, List<ResourceId> others) {
      CapabilitySet set = CapabilitySet.of(name, scope, others, parts.stream().map(edge -> new CapabilitySet.Member(edge.to(), edge.proof())).toList());
      sets.put(set.id(), set);
      return set;
    }

    private static List<ResourceId> others(List<Taken> all, Taken taken) {
      return all.stream().filter(other -> !other.equals(taken)).flatMap(other -> other.parts().stream()).map(Edge::to).toList();
    }

    /** Nobody passes the role of the default name. */
    private void byDefault(List<AwsIdentity> deploying) {
      Map<String, List<Target>> ofAccount = new HashMap<>();
      taking.administrators().stream().filter(role -> role.node() instanceof Arn arn && isDefault(arn)).forEach(role -> ofAccount.put(role.account(), passed(role)));
      for (AwsIdentity caller : deploying) {
        for (Target target : ofAccount.getOrDefault(caller.account(), List.of())) {
          Decision decision = Decisions.and(deployed.of(caller), target.besides());
          if (decision.possible()) {
            Proof proof = new Proof(authorization.evidence(decision), caller.documents().unread()).and(target.facts());
            Edge plain = Edge.of(caller.node(), target.node(), EdgeKind.CAN_PASS_ROLE, DEFAULT.id(), proof, Likelihood.LIKELY.cost()).outliving(SESSION);
            DecisionEdges.of(plain, decision, caller.node()).forEach(this::edge);
          }
        }
      }
    }

    private List<Target> updated() {
      var context = new ResourceContext(authorization.mentions());
      Map<String, Set<String>> accounts = new HashMap<>();
      estate.inventory().all(StackSetInstance.class).forEach(one -> accounts.computeIfAbsent(one.setId(), none -> new TreeSet<>()).add(one.target()));
      List<Target> targets = new ArrayList<>();
      for (StackSet set : estate.inventory().all(StackSet.class)) {
        if (set.selfManaged() && set.status().equals("ACTIVE")) {
          Arn role = Arn.find(set.administrationRole()).orElse(set.id().beside("iam", "", DEFAULT_ROLE));
          Set<String> here = accounts.getOrDefault(set.setId(), Set.of());
          if (here.isEmpty()) {
            unread(set);
          } else {
            taking.administrator(role).ifPresent(administrator -> targets.addAll(updated(set, administrator, here, context)));
          }
        }
      }
      return targets;
    }

    private void unread(StackSet set) {
      if (estate.coverage().reading(set.scope(), INSTANCES, set.setId()) != Reading.READ && estate.coverage().reading(set.scope(), INSTANCES, set.name()) != Reading.READ) {
        sink.gap(Gaps.of(estate, set.scope(), INSTANCES, set.id().text(), "in which accounts a stack set has stacks is not known"));
      }
    }

    private List<Target> updated(StackSet set, Target administrator, Set<String> accounts, ResourceContext context) {
      List<Demand> demands = new ArrayList<>();
      demands.add(new Demand("cloudformation:UpdateStackSet", set.id().text(), set.id().account(), Optional.empty(), context.of(set.id(), "cloudformation", set.tags())));
      if (!(administrator.node() instanceof Arn role && isDefault(role))) {
        demands.addAll(administrator.demands());
      }
      List<Target> targets = new ArrayList<>();
      List<Taken> all = taking.of(administrator.node()).stream()
          .map(taken -> new Taken(taken.condition(), taking.single(taken, role -> accounts.contains(role.account())))).filter(taken -> !taken.parts().isEmpty()).toList();
      for (Taken taken : all) {
        CapabilitySet roles = set("stack-set-accounts", set.id().account() + "/" + set.id().text(), taken.parts(), others(all, taken));
        gained(roles, administrator, taken, demands).ifPresent(targets::add);
      }
      return targets;
    }
  }
}
