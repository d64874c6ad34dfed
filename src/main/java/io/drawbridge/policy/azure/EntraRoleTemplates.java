package io.drawbridge.policy.azure;

import java.util.Map;
import java.util.Optional;

/**
 * The built-in roles of Microsoft Entra by the id of their template, which is the same in every tenant.
 *
 * <p>Source: Microsoft Entra, "Microsoft Entra built-in roles". <b>Not modelled:</b> the actions of each role.
 */
public final class EntraRoleTemplates {

  private EntraRoleTemplates() {}

  /** Display names by template id in lower case, sorted by id. */
  public static Map<String, String> all() {
    return Loaded.NAMES;
  }

  public static Optional<String> name(String templateId) {
    return Optional.ofNullable(Loaded.NAMES.get(templateId));
  }

  /** Loads with the first question. */
  private static final class Loaded {
    private static final Map<String, String> NAMES = NamedIds.of("entra-roles.txt");
  }
}
