package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.directory.SignIns.Credential;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.policy.Decision;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Draws what powers reach: users whom the attacker then signs in as by what their sign-in asks for, everything else as it is. */
final class PowerEdges {

  private static final Map<DirectoryPower, Credential> CREDENTIALS = new EnumMap<>(Map.of(
      DirectoryPower.WRITE_DOMAINS, Credential.MULTIFACTOR,
      DirectoryPower.WRITE_FEDERATION, Credential.MULTIFACTOR,
      DirectoryPower.AUTHENTICATE_PASS_THROUGH, Credential.SYNCHRONISED_PASSWORD,
      DirectoryPower.WRITE_SYNCHRONISED_PASSWORDS, Credential.SYNCHRONISED_PASSWORD));

  private static final Set<DirectoryPower> ON_PRINCIPALS = EnumSet.of(DirectoryPower.WRITE_PRINCIPAL_CREDENTIALS, DirectoryPower.WRITE_PRINCIPAL_OWNERS);

  private final Estate estate;
  private final CapabilitySets sets;

  PowerEdges(Estate estate, EdgeSink sink) {
    this.estate = estate;
    this.sets = new CapabilitySets(sink);
  }

  /** Draws one power of one holder in a tenant. */
  void draw(EntraId from, DirectoryPower power, String technique, CapabilitySet reached, Decision decision, Proof proof) {
    Edge plain = Edge.of(from, reached.id(), power.kind(), technique, proof, power.likelihood().cost());
    Credential credential = CREDENTIALS.get(power);
    if (ON_PRINCIPALS.contains(power)) {
      onPrincipals(plain, reached, decision);
    } else if (credential == null) {
      sets.connect(plain, decision, from, reached);
    } else {
      SignIns.of(estate).connect(plain, SignIns.of(estate).shares(reached.id().capability(), reached.id().scope(), users(reached), credential), decision,
          from.tenant(), sets);
    }
  }

  private void onPrincipals(Edge plain, CapabilitySet reached, Decision decision) {
    CredentialRestrictions restrictions = CredentialRestrictions.of(estate);
    for (CredentialRestrictions.Share share : restrictions.shares(reached)) {
      Proof proof = plain.proof().and(new Proof(List.of(), restrictions.unread(tenant(plain.from()))));
      Edge edge = Edge.of(plain.from(), share.set().id(), plain.kind(), plain.technique(), proof, plain.cost());
      sets.connect(edge, Deciding.and(decision, share.requirements()), plain.from(), share.set());
    }
  }

  private static String tenant(ResourceId from) {
    return from instanceof EntraId id ? id.tenant() : "";
  }

  private Stream<EntraUser> users(CapabilitySet reached) {
    return reached.members().stream().flatMap(member -> member.id() instanceof EntraId id ? estate.inventory().find(EntraUser.class, id).stream() : Stream.empty());
  }
}
