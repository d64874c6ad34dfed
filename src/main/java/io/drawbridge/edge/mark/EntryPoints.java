package io.drawbridge.edge.mark;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.edge.federation.GithubRepositories;
import io.drawbridge.edge.network.Exposure;
import io.drawbridge.edge.network.Exposures;
import io.drawbridge.graph.Mark.Role;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.RiskyUser;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Marks where attackers start: the internet, hosts that a public exploit gains from there, repositories whose workflows a cloud trusts,
 * users that are confirmed to be compromised or of whom a key was found in public, guests, and whatever is tagged
 * {@code drawbridge:entry-point} or {@code drawbridge:compromised}. What follows from edges is {@link GraphMarks}'s.
 *
 * <p><b>Not modelled:</b> an access key by itself is no start.
 */
final class EntryPoints implements NodeRule {

  private static final Pattern QUARANTINE = Pattern.compile("arn:aws[a-z-]*:iam::aws:policy/AWSCompromisedKeyQuarantine(V\\d+)?");

  @Override
  public Stream<Node> derive(Estate estate) {
    return Stream.of(Stream.of(internet()), exposed(estate), repositories(estate), tagged(estate), compromised(estate), guests(estate), leaked(estate)).flatMap(nodes -> nodes);
  }

  private static Node internet() {
    return Node.of(ExternalId.INTERNET, NodeKind.INTERNET, NodeKind.INTERNET.title(), Scope.WORLD).withMark(Role.ENTRY_POINT, "anybody");
  }

  private static Stream<Node> exposed(Estate estate) {
    return Exposures.of(estate).found().stream().filter(exposure -> !exposure.flaws().isEmpty())
        .map(exposure -> exposure.host().withMark(Role.ENTRY_POINT, reason(exposure)));
  }

  private static String reason(Exposure exposure) {
    return "the internet reaches port " + exposure.ports() + ", and " + exposure.flaws().getFirst().reason();
  }

  private static Stream<Node> repositories(Estate estate) {
    return GithubRepositories.of(estate).all().stream().map(EntryPoints::repository);
  }

  private static Node repository(GithubId id) {
    String name = id.owner() + "/" + id.repository();
    return Node.of(id, NodeKind.CI_REPOSITORY, name, Scope.WORLD).withMark(Role.ENTRY_POINT, "its workflows are trusted by a cloud identity");
  }

  private static Stream<Node> compromised(Estate estate) {
    return estate.inventory().all(RiskyUser.class).stream().filter(RiskyUser::isCompromised).flatMap(risk ->
        estate.inventory().find(EntraUser.class, risk.id()).stream().map(user -> Node.of(user.id(), NodeKind.ENTRA_USER, user.name(), user.scope())
            .withMark(Role.ENTRY_POINT, "ID Protection: confirmed compromised")));
  }

  private static Stream<Node> guests(Estate estate) {
    return estate.inventory().all(EntraUser.class).stream().filter(EntraUser::accountEnabled)
        .filter(user -> user.external() || user.userType().equalsIgnoreCase("Guest"))
        .map(user -> Node.of(user.id(), NodeKind.ENTRA_USER, user.name(), user.scope()).withMark(Role.ENTRY_POINT, "a guest: not one of the organization's own people"));
  }

  /** AWS attaches the policy itself when it finds a key in public. Source: AWS Managed Policy Reference, AWSCompromisedKeyQuarantine. */
  private static Stream<Node> leaked(Estate estate) {
    return estate.inventory().all(IamUser.class).stream().flatMap(user -> user.attachedPolicyArns().stream().filter(arn -> QUARANTINE.matcher(arn).matches()).limit(1)
        .map(arn -> Node.of(user.id(), NodeKind.IAM_USER, user.name(), user.scope()).withMark(Role.ENTRY_POINT, "AWS found a key of it in public")));
  }

  private static Stream<Node> tagged(Estate estate) {
    return Tagged.all(estate).flatMap(tagged -> TagWords.stated(tagged.tags(), "compromised", "tagged as compromised")
        .or(() -> TagWords.stated(tagged.tags(), "entry-point", "tagged as an entry point"))
        .map(reason -> tagged.node().withMark(Role.ENTRY_POINT, reason)).stream());
  }
}
