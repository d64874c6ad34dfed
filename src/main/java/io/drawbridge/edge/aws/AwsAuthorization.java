package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.AwsPolicies;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.AwsRequest;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyIndex;
import io.drawbridge.policy.aws.RequestContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may do what in the AWS accounts of an estate: the effective documents of every principal, and rulings over them.
 *
 * <p>Condition keys that the data does not tell are open, and the ruling is then conditional on them. <b>Not modelled:</b> session
 * policies and VPC endpoint policies, which nobody who calls directly is bound to.
 */
public final class AwsAuthorization {

  /** Keys of requests to STS, absent from all others. */
  private static final List<String> SESSION_KEYS = List.of("sts:rolesessionname", "sts:durationseconds", "sts:externalid", "sts:sourceidentity");

  /** SNS alone has this key, and the policy that it gives a new topic asks for it. Source: SNS Developer Guide, "Example cases for Amazon SNS access control". */
  private static final String CALLER_OF_SNS = "aws:sourceowner";

  private final PolicyIndex evaluator = new PolicyIndex();
  private final Estate estate;
  private final Organizations organizations;
  private final ManagedPolicies managed;
  private final Identities gathered;
  private final SortedMap<ResourceId, AwsIdentity> identities;
  private final SortedMap<String, AwsIdentity> administrators = new TreeMap<>();
  private final SortedSet<String> accounts = new TreeSet<>();
  private final SortedSet<String> mentions;
  private final Origins origins;
  private final Guises guises;
  private final CallerClass classes = new CallerClass();

  /** What is known of requests of a kind on resources of an account. */
  private final Map<String, Map<String, List<String>>> ofRequests = new HashMap<>();

  private AwsAuthorization(Estate estate) {
    this.estate = estate;
    organizations = new Organizations(estate);
    managed = new ManagedPolicies(estate);
    mentions = EstateMentions.of(estate);
    var starts = new SessionStarts(estate, mentions);
    guises = new Guises(estate, starts);
    gathered = new Identities(estate, organizations, managed, mentions, starts);
    identities = gathered.all();
    identities.values().forEach(identity -> accounts.add(identity.account()));
    origins = new Origins(estate);
  }

  /** The view of an estate, made once. */
  public static AwsAuthorization of(Estate estate) {
    return estate.view(AwsAuthorization.class, AwsAuthorization::new);
  }

  /** Every user and role, sorted by id. */
  public Collection<AwsIdentity> identities() {
    return identities.values();
  }

  /** Everybody whose powers are drawn: the users and roles, and the administrator of each account. */
  public List<AwsIdentity> callers() {
    List<AwsIdentity> callers = new ArrayList<>(identities.values());
    accounts.forEach(account -> callers.add(administrator(account)));
    return callers;
  }

  /** Which of the callers speak of an action at all. */
  public Speakers speakers() {
    return Speakers.of(estate);
  }

  /** The fresh administrator of an account. */
  public AwsIdentity administrator(String account) {
    return administrators.computeIfAbsent(account, gathered::administrator);
  }

  /** What a group gives its members. */
  public List<NamedPolicy> policies(IamGroup group) {
    return gathered.policies(group);
  }

  /** A managed policy that was read, or that AWS publishes. */
  public Optional<NamedPolicy> managedPolicy(String arn) {
    return managed.find(arn);
  }

  public Optional<AwsIdentity> find(ResourceId principal) {
    return Optional.ofNullable(identities.get(principal));
  }

  public boolean hasIdentitiesOf(String account) {
    return accounts.contains(account);
  }

  /** The accounts of which principals were read, sorted. */
  public SortedSet<String> accounts() {
    return accounts;
  }

  /** Every condition key that any policy mentions, in lower case. */
  public SortedSet<String> mentions() {
    return mentions;
  }

  /**
   * Whether a principal of the estate may do an action.
   *
   * @param resource an ARN, or {@code *} for actions that name none
   * @param resourceAccount the account that owns the resource, or empty when it is {@code *}
   * @param resourcePolicy the resource's own; the role's trust for {@code sts:AssumeRole}
   * @param extra condition keys that are known of this request besides the principal's own
   */
  public Ruling rule(
      AwsIdentity identity, String action, String resource, String resourceAccount, Optional<NamedPolicy> resourcePolicy,
      Map<String, List<String>> extra) {
    Decision decision = decide(identity, action, resource, resourceAccount, resourcePolicy, extra);
    return new Ruling(decision, new Proof(evidence(decision), unread(identity, action, resourceAccount)));
  }

  /** The decision alone, for those who ask often: as everybody whom policies may tell it to be. */
  public Decision decide(
      AwsIdentity identity, String action, String resource, String resourceAccount, Optional<NamedPolicy> resourcePolicy,
      Map<String, List<String>> extra) {
    List<Guises.Guise> all = guises.of(identity, action);
    if (all.isEmpty()) {
      return decideAs(identity, action, resource, resourceAccount, resourcePolicy, extra);
    }
    Decision best = Decisions.NO;
    for (Guises.Guise guise : all) {
      best = Decisions.or(best, Decisions.given(decideAs(guise.identity(), action, resource, resourceAccount, resourcePolicy, extra), guise.asked()));
    }
    return best;
  }

  private Decision decideAs(
      AwsIdentity identity, String action, String resource, String resourceAccount, Optional<NamedPolicy> resourcePolicy,
      Map<String, List<String>> extra) {
    PrincipalDocuments documents = identity.documents();
    ControlLevels rcps = rcps(action, resourceAccount);
    var request = new AwsRequest(identity.principal(), action, resource, resourceAccount, context(action, identity.context(), extra, resourceAccount));
    var policies = new AwsPolicies(documents.identity(), resourcePolicy, documents.boundary(), documents.scps(), rcps.levels(), Optional.empty(), List.of());
    Decision decision = evaluator.decide(request, policies);
    return Decisions.given(Decisions.given(decision, documents.unreadable()), rcps.unreadable());
  }

  /**
   * Whether a role's trust lets somebody in.
   *
   * @param caller a principal of the estate is asked with all its documents; of anybody else only the trust is
   * @param action {@code sts:AssumeRole}, {@code sts:AssumeRoleWithWebIdentity} or {@code sts:AssumeRoleWithSAML}
   * @param claims condition keys that are known of the request: the token's claims, under their full key
   * @param free keys that the caller chooses, in lower case; {@code sts:RoleSessionName} and {@code sts:DurationSeconds} are, unless
   *     claims say them. A value that satisfies all statements together is exhibited in the evidence
   */
  public Ruling trust(IamRole role, AwsPrincipal caller, String action, Map<String, List<String>> claims, Set<String> free) {
    if (role.trust().isEmpty()) {
      return new Ruling(new Decision.Denied(false, List.of()), Proof.of(List.of()));
    }
    var trust = new NamedPolicy("trust", role.trust().get());
    Optional<AwsIdentity> known = caller instanceof AwsPrincipal.Iam iam ? find(iam.arn()) : Optional.empty();
    List<NamedPolicy> asked = new ArrayList<>(List.of(trust));
    known.ifPresent(identity -> asked.addAll(identity.documents().all()));
    rcps(action, role.id().account()).levels().forEach(asked::addAll);
    Set<String> chosenByCaller = new TreeSet<>(free);
    chosenByCaller.addAll(FreeKeys.OF_SESSIONS);
    claims.keySet().stream().map(ResourceId::lowerCase).forEach(chosenByCaller::remove);
    FreeKeys keys = FreeKeys.of(asked, chosenByCaller, action, known.map(AwsIdentity::context).orElseGet(TreeMap::new));
    FreeKeys.Choice choice = keys.choose(chosen -> {
      Map<String, List<String>> all = new TreeMap<>(claims);
      all.putAll(chosen);
      return known.isPresent()
          ? decide(known.get(), action, role.id().text(), role.id().account(), Optional.of(trust), all)
          : admit(caller, action, role.id(), Optional.of(trust), all);
    });
    List<Evidence> evidence = new ArrayList<>(evidence(choice.decision()));
    choice.shown().ifPresent(text -> evidence.add(new Evidence(Evidence.Side.FACT,
        role.origin().field("/AssumeRolePolicyDocument", text), role.origin().scope(), role.origin().snapshot())));
    List<Unread> unread = known.map(identity -> unread(identity, action, role.id().account())).orElseGet(() -> rcps(action, role.id().account()).unread());
    return new Ruling(choice.decision(), new Proof(evidence, unread));
  }

  /** Whether a resource lets in somebody of whom nothing but the name is known: what would have to grant it is taken as granting. */
  public Decision admit(AwsPrincipal caller, String action, Arn resource, Optional<NamedPolicy> resourcePolicy, Map<String, List<String>> extra) {
    String account = resource.account();
    return admit(caller, action, resource.text(), account, resourcePolicy, extra);
  }

  public Decision admit(
      AwsPrincipal caller, String action, String resource, String resourceAccount, Optional<NamedPolicy> resourcePolicy, Map<String, List<String>> extra) {
    ControlLevels rcps = rcps(action, resourceAccount);
    SortedMap<String, List<String>> known = switch (caller) {
      case AwsPrincipal.Iam iam -> gathered.context(iam.arn().account()).stranger(iam.arn());
      case AwsPrincipal.Service service -> Strangers.service(resourceAccount);
      case AwsPrincipal.Federated federated -> new TreeMap<>(Map.of("aws:securetransport", List.of("true")));
      case AwsPrincipal.Anonymous anonymous -> Strangers.anonymous();
    };
    List<NamedPolicy> assumed = caller instanceof AwsPrincipal.Iam ? List.of(Strangers.ASSUMED) : List.of();
    var request = new AwsRequest(caller, action, resource, resourceAccount, context(action, known, extra, resourceAccount));
    var policies = new AwsPolicies(assumed, resourcePolicy, Optional.empty(), List.of(), rcps.levels(), Optional.empty(), List.of());
    return Decisions.given(evaluator.decide(request, policies), rcps.unreadable());
  }

  /** The statements of a decision as evidence; what was only assumed of a stranger is none. */
  public List<Evidence> evidence(Decision decision) {
    return origins.evidence(decision.by().stream().filter(ground -> !Strangers.isAssumed(ground)).toList());
  }

  /** Which callers are ruled alike. */
  CallerClass classes() {
    return classes;
  }

  Origins origins() {
    return origins;
  }

  Identities gathered() {
    return gathered;
  }

  /** The sides that could restrict the request and were never collected. */
  public List<Unread> unread(AwsIdentity identity, String action, String resourceAccount) {
    List<Unread> unread = new ArrayList<>(identity.documents().unread());
    unread.addAll(rcps(action, resourceAccount).unread());
    return unread.stream().distinct().toList();
  }

  /** What exists and could not be read, and restricts the request. */
  List<Requirement> unreadable(AwsIdentity identity) {
    return identity.documents().unreadable();
  }

  public ControlLevels rcps(String action, String resourceAccount) {
    return ResourceControls.cover(action) && !resourceAccount.isEmpty() ? organizations.resourceControls(resourceAccount) : ControlLevels.NONE;
  }

  private RequestContext context(String action, Map<String, List<String>> principal, Map<String, List<String>> extra, String resourceAccount) {
    String service = action.startsWith("sts:") ? "sts:" : action.startsWith("iam:") ? "iam:" : "";
    Map<String, List<String>> ofRequest = ofRequests.computeIfAbsent(service + resourceAccount, kind -> ofRequest(service, resourceAccount));
    List<Map<String, List<String>>> layers = new ArrayList<>();
    if (!extra.isEmpty()) {
      layers.add(RequestContext.lowerCase(extra));
    }
    List<String> callersAccount = principal.get("aws:principalaccount");
    if (action.startsWith("sns:") && callersAccount != null) {
      layers.add(Map.of(CALLER_OF_SNS, callersAccount));
    }
    layers.add(ofRequest);
    layers.add(principal);
    return new RequestContext(layers, true);
  }

  /** IAM is one for all regions of a partition, and its requests name one of them. */
  private Map<String, List<String>> ofRequest(String service, String resourceAccount) {
    Map<String, List<String>> known = new HashMap<>();
    if (!service.equals("sts:")) {
      SESSION_KEYS.forEach(key -> known.put(key, List.of()));
    }
    if (service.equals("iam:")) {
      known.put("aws:requestedregion", List.of(NewNames.home(gathered.partition(resourceAccount))));
    }
    if (!resourceAccount.isEmpty()) {
      known.put("aws:resourceaccount", List.of(resourceAccount));
      organizations.organizationId(resourceAccount).ifPresent(id -> known.put("aws:resourceorgid", id));
    }
    return known;
  }

  /** Attached policies and boundaries that neither the estate nor the reference data holds. */
  public List<CoverageGap> gaps() {
    return managed.unknown().stream().map(arn -> new CoverageGap(scope(arn), CoverageEntry.GLOBAL, "iam:get-account-authorization-details", arn,
        CoverageGap.UNKNOWN_REFERENCE, "an attached policy whose document was not read grants nothing here", "")).toList();
  }

  private static Scope scope(String policyArn) {
    return Arn.find(policyArn).map(Arn::account).filter(account -> !account.equals("aws") && !account.isEmpty()).map(Scope::account).orElse(Scope.WORLD);
  }
}
