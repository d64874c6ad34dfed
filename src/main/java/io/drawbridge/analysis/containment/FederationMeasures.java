package io.drawbridge.analysis.containment;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Federated credentials of applications and user-assigned identities, found by what the edge's proof names.
 *
 * <p>Taking a credential away cuts every edge into the identity whose proof names no other. Source: Microsoft Graph v1.0 reference,
 * "Delete federatedIdentityCredential"; ARM, Microsoft.ManagedIdentity.
 */
final class FederationMeasures implements MeasureRule {

  private static final String COLLECTION = "/federatedidentitycredentials/";
  private static final String ARM_VERSION = "?api-version=2023-01-31";

  @Override
  public void propose(Site site, Consumer<Measure> measures) {
    Set<String> credentials = site.kind() == EdgeKind.CAN_FEDERATE ? credentials(site.image(), site.index()) : Set.of();
    if (!credentials.isEmpty()) {
      List<Command> commands = credentials.stream().map(FederationMeasures::delete).toList();
      List<Command> rollback = credentials.stream().map(FederationMeasures::restore).toList();
      List<String> preserve = credentials.stream().map(id -> "the credential, for the way back: the answer of `"
          + GraphCommands.call("GET", url(id)).text() + "`, without its id, into " + file(id)).toList();
      var runbook = new Runbook(commands, List.of(permission(credentials.iterator().next())), rollback);
      measures.accept(new Measure(ContainmentAction.REMOVE_FEDERATED_CREDENTIAL, site.to(), String.join(" ", credentials),
          List.of(new Cut.Chosen(provedBy(site.image(), site.to(), credentials))), false, runbook, preserve));
    }
  }

  /** The ids of the credentials that the edge's proof names, sorted. */
  private static Set<String> credentials(Image image, int edge) {
    Set<String> found = new TreeSet<>();
    for (Evidence item : image.edge(edge).proof().evidence()) {
      String id = item.statement().document().id();
      if (item.side() == Evidence.Side.TRUST && id.toLowerCase(Locale.ROOT).contains(COLLECTION)) {
        found.add(id);
      }
    }
    return found;
  }

  private static Set<Integer> provedBy(Image image, int identity, Set<String> credentials) {
    Set<Integer> edges = new HashSet<>();
    Rows in = image.reverse();
    for (int row = in.start(identity); row < in.end(identity); row++) {
      boolean federated = image.edgeKind(in.edge(row)) == EdgeKind.CAN_FEDERATE;
      List<String> named = federated ? new ArrayList<>(credentials(image, in.edge(row))) : List.of();
      if (!named.isEmpty() && credentials.containsAll(named)) {
        edges.add(in.edge(row));
      }
    }
    return edges;
  }

  private static Command delete(String credential) {
    return GraphCommands.call("DELETE", url(credential));
  }

  private static Command restore(String credential) {
    boolean arm = isArm(credential);
    String url = arm ? url(credential) : url(credential).substring(0, url(credential).lastIndexOf('/'));
    return GraphCommands.call(arm ? "PUT" : "POST", url, "@" + file(credential));
  }

  private static String url(String credential) {
    if (isArm(credential)) {
      return GraphCommands.ARM + credential + ARM_VERSION;
    }
    String[] parts = objectPath(credential).split("/", -1);
    return GraphCommands.GRAPH + "/applications/" + parts[0] + "/federatedIdentityCredentials/" + parts[parts.length - 1];
  }

  private static String objectPath(String credential) {
    return ResourceId.parse(credential).filter(EntraId.class::isInstance).map(id -> ((EntraId) id).objectId()).orElse(credential);
  }

  private static String permission(String credential) {
    return isArm(credential)
        ? "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/delete" : "Application.ReadWrite.All";
  }

  private static boolean isArm(String credential) {
    return ResourceId.parse(credential).filter(ArmId.class::isInstance).isPresent();
  }

  private static String file(String credential) {
    return "federated-credential-" + credential.substring(credential.lastIndexOf('/') + 1) + ".json";
  }
}
