package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.AgentIdentity;
import io.drawbridge.inventory.azure.AgentUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blueprint of agents signs in as every agent identity that was made from it, and an agent identity as the user that is paired with it.
 *
 * <p>Agents have no credentials of their own: their blueprint's service principal in the tenant exchanges its token for theirs. Source: Microsoft
 * Entra Agent ID, "Agent identities, service principals, and applications"; Microsoft Graph, resource types agentIdentity and agentUser. <b>Not
 * modelled:</b> permissions that an agent inherits from its blueprint beside its own; Conditional Access for agents.
 */
final class AgentSignIn implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "servicePrincipals"), new Operation("graph", "users"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.AGENT_BLUEPRINT, EntraTechniques.AGENT_USER);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Directory directory = Directory.of(estate);
    Map<String, ServicePrincipal> blueprints = new HashMap<>();
    for (ServicePrincipal principal : estate.inventory().all(ServicePrincipal.class)) {
      if (principal.accountEnabled() && !principal.appId().isEmpty()) {
        blueprints.put(principal.id().tenant() + " " + principal.appId(), principal);
      }
    }
    for (AgentIdentity agent : estate.inventory().all(AgentIdentity.class)) {
      ServicePrincipal blueprint = blueprints.get(agent.id().tenant() + " " + agent.blueprint());
      if (blueprint != null && directory.canAct(agent.id()) && !blueprint.id().equals(agent.id())) {
        sink.edge(Edge.of(blueprint.id(), agent.id(), EdgeKind.SIGNS_IN_AS, EntraTechniques.AGENT_BLUEPRINT.id(),
            Observed.fact(agent, "/agentIdentityBlueprintId", agent.blueprint()), Likelihood.CERTAIN.cost()));
      }
    }
    for (AgentUser user : estate.inventory().all(AgentUser.class)) {
      EntraId identity = user.identity();
      if (directory.canAct(identity) && directory.canAct(user.id()) && estate.inventory().find(AgentIdentity.class, identity).isPresent()) {
        sink.edge(Edge.of(identity, user.id(), EdgeKind.SIGNS_IN_AS, EntraTechniques.AGENT_USER.id(), Observed.fact(user, "/identityParentId",
            identity.objectId()), Likelihood.CERTAIN.cost()));
      }
    }
  }
}
