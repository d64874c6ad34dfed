package io.drawbridge.policy.azure;

import java.util.Map;
import java.util.Optional;

/**
 * The application permissions of Microsoft Graph by their id, which is the same in every tenant.
 *
 * <p>Source: Microsoft Graph, "Microsoft Graph permissions reference".
 */
public final class GraphAppRoles {

  /** The client id of Microsoft Graph: the application whose app roles these are. */
  public static final String GRAPH_CLIENT_ID = "00000003-0000-0000-c000-000000000000";

  private GraphAppRoles() {}

  /** Values such as {@code Application.ReadWrite.All} by app role id in lower case, sorted by id. */
  public static Map<String, String> all() {
    return Loaded.VALUES;
  }

  public static Optional<String> value(String appRoleId) {
    return Optional.ofNullable(Loaded.VALUES.get(appRoleId));
  }

  /** Loads with the first question. */
  private static final class Loaded {
    private static final Map<String, String> VALUES = NamedIds.of("graph-app-roles.txt");
  }
}
