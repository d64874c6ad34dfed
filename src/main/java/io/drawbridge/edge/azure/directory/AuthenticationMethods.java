package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.inventory.azure.AuthenticationMethod;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which methods of signing in a tenant has switched on.
 *
 * <p>Source: Microsoft Graph, "List authenticationMethodConfigurations". <b>Not modelled:</b> the groups that a method is limited to.
 */
final class AuthenticationMethods {

  static final String POLICY_WRITE = "Policy.ReadWrite.AuthenticationMethod";

  private final Map<String, Boolean> enabled = new HashMap<>();

  private AuthenticationMethods(Estate estate) {
    for (AuthenticationMethod each : estate.inventory().all(AuthenticationMethod.class)) {
      enabled.put(key(each.id().tenant(), each.method()), each.enabled());
    }
  }

  static AuthenticationMethods of(Estate estate) {
    return estate.view(AuthenticationMethods.class, AuthenticationMethods::new);
  }

  /** Whether a method works in a tenant; a condition where its policy was not read. */
  Decision works(String tenant, String method) {
    Boolean on = enabled.get(key(tenant, method));
    var allowed = new Decision.Allowed(List.of());
    if (on == null) {
      return Deciding.and(allowed, List.of(new Requirement("entra:authentication-method", "StringEquals", List.of(method), false,
          "the tenant lets users sign in by " + method)));
    }
    return on ? allowed : new Decision.Denied(false, List.of());
  }

  private static String key(String tenant, String method) {
    return tenant + " " + ResourceId.lowerCase(method);
  }
}
