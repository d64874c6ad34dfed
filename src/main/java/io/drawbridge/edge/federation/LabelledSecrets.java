package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.Secret;
import io.drawbridge.inventory.aws.SsmParameter;
import io.drawbridge.inventory.azure.ResourceTags;
import io.drawbridge.inventory.azure.VaultSecret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets of a store whose name or tags name an access key or an application by its exact public id.
 *
 * <p>Nobody reads the value, so that it is the other half is a condition of the edge; a secret whose name says that it is the id only is left out.
 * Who reads the secret is drawn by its own cloud's rules. Source: Secrets Manager API reference, ListSecrets; Systems Manager API reference,
 * DescribeParameters; Key Vault REST, Secrets (names and tags without values). <b>Not modelled:</b> content types and descriptions; certificates.
 */
final class LabelledSecrets implements EdgeRule {

  private static final String REMEDY = "let the workload take a role or an identity of its own by federation, and delete the long-lived credential";
  private static final Technique KEY = new Technique("aws-key-in-store", "reads the secret half of an access key that a store's secret is labelled with", "T1555.006", REMEDY);
  private static final Technique SECRET = new Technique("entra-secret-in-store", "reads the secret of an application that a store's secret is labelled with", "T1555.006", REMEDY);
  private static final Pattern KEY_ID = Pattern.compile("(?<![A-Z0-9])AKIA[A-Z2-7]{16}(?![A-Z0-9])");
  private static final Pattern GUID = Pattern.compile("(?<![0-9a-fA-F-])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-fA-F-])");
  private static final Pattern ID_ONLY = Pattern.compile("(?i).*(?:client|application|app|tenant|access[_-]?key)[_-]?id");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("secretsmanager:list-secrets"), Operation.parse("ssm:describe-parameters"), new Operation("arm", "microsoft.keyvault/vaults/secrets"),
        StoredCredentials.KEYS, StoredCredentials.APPLICATIONS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(KEY, SECRET);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    StoredCredentials credentials = StoredCredentials.of(estate);
    estate.inventory().all(Secret.class).forEach(secret -> draw(credentials, secret, secret.name(), secret.tags(), sink));
    estate.inventory().all(SsmParameter.class).stream().filter(SsmParameter::isSecure).forEach(parameter -> draw(credentials, parameter, parameter.name(), new TreeMap<>(), sink));
    estate.inventory().all(VaultSecret.class).stream().filter(VaultSecret::enabled).forEach(secret -> draw(credentials, secret, secret.name().toUpperCase(Locale.ROOT),
        estate.inventory().find(ResourceTags.class, secret.id()).map(ResourceTags::tags).orElseGet(TreeMap::new), sink));
  }

  /** A vault compares names without letter case, and a key's id is in capitals. */
  private static void draw(StoredCredentials credentials, Resource secret, String name, SortedMap<String, String> tags, EdgeSink sink) {
    if (ID_ONLY.matcher(secret.name()).matches()) {
      return;
    }
    Map<String, String> labels = new TreeMap<>();
    labels.put("/name", name);
    tags.forEach((tag, value) -> labels.put("/tags/" + tag, value));
    Map<ResourceId, Edge> edges = new TreeMap<>();
    labels.forEach((pointer, text) -> {
      KEY_ID.matcher(text).results().map(MatchResult::group).forEach(id -> credentials.key(id).ifPresent(key ->
          edges.putIfAbsent(key.id(), edge(secret, key.id(), id, KEY, Observed.fact(secret, pointer, id).and(Observed.fact(key, "/Status", "Active"))))));
      Matcher guid = GUID.matcher(text);
      while (guid.find()) {
        String id = guid.group();
        credentials.application(id).ifPresent(application -> edges.putIfAbsent(application.id(), edge(secret, application.id(), id, SECRET,
            Observed.fact(secret, pointer, id).and(Observed.fact(application, "/appId", application.appId())))));
      }
    });
    edges.values().forEach(sink::edge);
  }

  private static Edge edge(Resource secret, ResourceId credential, String id, Technique technique, Proof proof) {
    var holds = new Atom(secret.id(), "secret:holds", "StringEquals", List.of(id), false, "the secret's value is the secret half of `" + id + "`");
    return Edge.of(secret.id(), credential, EdgeKind.HOLDS_CREDENTIAL, technique.id(), proof, Likelihood.LIKELY.cost()).under(Condition.of(holds));
  }
}
