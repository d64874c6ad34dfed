package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.directory.SignIns.Credential;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.policy.Decision;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Draws what powers reach: users whom the attacker then signs in as by what their sign-in asks for, everything else as it is. */
final class PowerEdges {

  private static final Map<DirectoryPower, Credential> CREDENTIALS = new EnumMap<>(Map.of(
      DirectoryPower.WRITE_DOMAINS, Credential.MULTIFACTOR,
      DirectoryPower.WRITE_FEDERATION, Credential.MULTIFACTOR,
      DirectoryPower.AUTHENTICATE_PASS_THROUGH, Credential.SYNCHRONISED_PASSWORD,
      DirectoryPower.WRITE_SYNCHRONISED_PASSWORDS, Credential.SYNCHRONISED_PASSWORD));

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
    if (credential == null) {
      sets.connect(plain, decision, from, reached);
    } else {
      SignIns.of(estate).connect(plain, SignIns.of(estate).shares(reached.id().capability(), reached.id().scope(), users(reached), credential), decision,
          from.tenant(), sets);
    }
  }

  private Stream<EntraUser> users(CapabilitySet reached) {
    return reached.members().stream().flatMap(member -> member.id() instanceof EntraId id ? estate.inventory().find(EntraUser.class, id).stream() : Stream.empty());
  }
}
