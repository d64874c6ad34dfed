package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.AccessKeyId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.StoredSettings;
import io.drawbridge.inventory.aws.AccessKey;
import io.drawbridge.inventory.azure.Application;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Credentials that settings hold with both halves: the public id of a key or application that was read, and beside it a value whose name says that it
 * is the secret.
 *
 * <p>The id is compared exactly. With fewer secrets than applications, whose secret it is is not known. Source: AWS SDKs and Tools Reference Guide,
 * "AWS access keys" (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY); Azure Identity client library, "Environment variables" (AZURE_CLIENT_ID,
 * AZURE_CLIENT_SECRET). <b>Not modelled:</b> whether a client secret is still one of the application's; settings whose names say nothing.
 */
final class StoredCredentials {

  static final Operation KEYS = Operation.parse("iam:list-access-keys");
  static final Operation APPLICATIONS = new Operation("graph", "applications");

  private static final Pattern SECRET_KEY = Pattern.compile("(?i).*secret[_-]?(?:access[_-]?)?key.*|.*(?:aws|s3)[a-z_-]*secret.*");
  private static final Pattern CLIENT_SECRET =
      Pattern.compile("(?i).*(?:client|application|app|aad|azure|entra|arm|sp|principal)[_-]?(?:secret|password)(?!.*(?:name|url|uri|id)$).*");
  private static final Pattern KEY_ID = Pattern.compile("AKIA[A-Z2-7]{16}");
  private static final int GUID_LENGTH = 36;

  private final List<Found> found = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();
  private final Map<AccessKeyId, AccessKey> keys = new HashMap<>();
  private final Map<String, Application> applications = new HashMap<>();

  /** A credential that settings hold. */
  record Found(StoredSettings settings, ResourceId credential, Proof proof) {
    boolean isKey() {
      return credential instanceof AccessKeyId;
    }
  }

  private StoredCredentials(Estate estate) {
    estate.inventory().all(AccessKey.class).forEach(key -> keys.put(key.id(), key));
    estate.inventory().all(Application.class).stream().filter(application -> !application.appId().isEmpty())
        .forEach(application -> applications.put(ResourceId.lowerCase(application.appId()), application));
    for (StoredSettings settings : estate.inventory().all(StoredSettings.class)) {
      keys(estate, settings);
      secrets(estate, settings);
    }
  }

  static StoredCredentials of(Estate estate) {
    return estate.view(StoredCredentials.class, StoredCredentials::new);
  }

  List<Found> found() {
    return List.copyOf(found);
  }

  List<CoverageGap> gaps() {
    return List.copyOf(gaps);
  }

  /** An active key that was read. */
  Optional<AccessKey> key(String id) {
    return Optional.ofNullable(keys.get(new AccessKeyId(id))).filter(AccessKey::active);
  }

  Optional<Application> application(String clientId) {
    return Optional.ofNullable(applications.get(ResourceId.lowerCase(clientId))).filter(application -> !application.disabled());
  }

  private void keys(Estate estate, StoredSettings settings) {
    List<String> ids = settings.ids().stream().filter(id -> KEY_ID.matcher(id).matches()).toList();
    List<String> names = settings.names().stream().filter(name -> SECRET_KEY.matcher(name).matches()).toList();
    if (ids.isEmpty() || names.isEmpty()) {
      return;
    }
    List<AccessKey> known = ids.stream().flatMap(id -> Optional.ofNullable(keys.get(new AccessKeyId(id))).stream()).toList();
    ids.stream().filter(id -> !keys.containsKey(new AccessKeyId(id)))
        .forEach(id -> gaps.add(Gaps.of(estate, settings.scope(), KEYS, id, "whose access key settings hold is not known")));
    if (names.size() < ids.size()) {
      gaps.add(Gaps.of(estate, settings.scope(), KEYS, settings.id().text(), "settings name more access keys than secrets: which of them works is not known"));
      return;
    }
    known.stream().filter(AccessKey::active).forEach(key -> found.add(new Found(settings, key.id(),
        proof(settings, key.id().keyId(), names).and(Observed.fact(key, "/Status", "Active")))));
  }

  private void secrets(Estate estate, StoredSettings settings) {
    List<String> names = settings.names().stream().filter(name -> CLIENT_SECRET.matcher(name).matches()).toList();
    List<String> ids = settings.ids().stream().filter(id -> id.length() == GUID_LENGTH && !id.endsWith(StoredSettings.REFERENCE)).toList();
    if (names.isEmpty() || ids.isEmpty()) {
      return;
    }
    List<Application> known = ids.stream().flatMap(id -> Optional.ofNullable(applications.get(ResourceId.lowerCase(id))).stream()).toList();
    if (known.isEmpty() || names.size() < known.size()) {
      gaps.add(Gaps.of(estate, settings.scope(), APPLICATIONS, settings.id().text(), "which application's secret settings hold is not known"));
      return;
    }
    known.stream().filter(application -> !application.disabled()).forEach(application -> found.add(new Found(settings, application.id(),
        proof(settings, application.appId(), names).and(Observed.fact(application, "/appId", application.appId())))));
  }

  private static Proof proof(StoredSettings settings, String id, List<String> names) {
    return Observed.fact(settings, settings.pointer(), id + " beside " + String.join(", ", names));
  }
}
