package io.drawbridge.edge.azure.directory;

import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AccessPolicies;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Users whose new credential somebody else knows, by what their sign-in asks for besides: one set for those of whom the same is asked.
 *
 * <p>A pass, a passkey or an issuer's word is multifactor authentication; a password is not. The password of a synchronised user is reset only
 * where that is written back. Sources: Microsoft Entra, "Configure Temporary Access Pass"; "Password writeback".
 */
final class SignIns {

  private static final int HASH_DIGITS = 8;

  private static final Requirement WRITTEN_BACK = new Requirement("entra:password-writeback", "Bool", List.of("true"), false,
      "the reset is written back to the directory outside");

  private final SignInConditions conditions;
  private final Map<Asked, List<Share>> known = new HashMap<>();

  /** What is asked twice; capability and scope name the same users each time. */
  private record Asked(String capability, String scope, Credential credential) {}

  /** What the attacker comes to know. */
  enum Credential {
    PASSWORD,
    /** A password that the directory outside or the service of synchronisation sets: nothing needs to be written back. */
    SYNCHRONISED_PASSWORD,
    MULTIFACTOR
  }

  /** @param requirements what is asked of each of the users */
  record Share(CapabilitySet users, List<Requirement> requirements) {}

  private SignIns(Estate estate) {
    this.conditions = SignInConditions.of(estate);
  }

  static SignIns of(Estate estate) {
    return estate.view(SignIns.class, SignIns::new);
  }

  /** The shares of some users of one tenant; who is kept out is in none. */
  List<Share> shares(String capability, String scope, Stream<EntraUser> users, Credential credential) {
    return known.computeIfAbsent(new Asked(capability, scope, credential), none -> divide(capability, scope, users, credential));
  }

  private List<Share> divide(String capability, String scope, Stream<EntraUser> users, Credential credential) {
    Map<List<Requirement>, List<Member>> byRequirements = new LinkedHashMap<>();
    users.forEach(user -> conditions.of(user).ifPresent(asked -> byRequirements
        .computeIfAbsent(asked(user, asked, credential), none -> new ArrayList<>())
        .add(new Member(user.id(), Observed.fact(user, "/id", user.id().text())))));
    List<Share> shares = new ArrayList<>();
    byRequirements.forEach((requirements, members) ->
        shares.add(new Share(CapabilitySet.of(capability + suffix(requirements), scope, List.of(), members), requirements)));
    return shares;
  }

  /** Draws the edge to each share. */
  void connect(Edge plain, List<Share> shares, Decision decision, String tenant, CapabilitySets sets) {
    Proof proof = plain.proof().and(new Proof(List.of(), conditions.unread(tenant)));
    for (Share share : shares) {
      Edge edge = new Edge(plain.from(), share.users.id(), plain.kind(), plain.technique(), plain.condition(), proof, plain.cost(), plain.lasting());
      sets.connect(edge, Deciding.and(decision, share.requirements), plain.from(), share.users);
    }
  }

  private static List<Requirement> asked(EntraUser user, List<Requirement> asked, Credential credential) {
    List<Requirement> all = new ArrayList<>(asked);
    if (credential == Credential.MULTIFACTOR) {
      all.remove(AccessPolicies.MFA);
    }
    if (credential == Credential.PASSWORD && user.onPremisesSynced()) {
      all.add(WRITTEN_BACK);
    }
    return all;
  }

  /** Ends the name of a set whose members all ask for this. */
  static String suffix(List<Requirement> requirements) {
    if (requirements.isEmpty()) {
      return "";
    }
    var hash = new ContentHash();
    requirements.forEach(requirement -> hash.add(requirement.key() + requirement.operator() + requirement.values() + requirement.negated()));
    return CapabilitySet.SAID + hash.hex().substring(0, HASH_DIGITS);
  }
}
