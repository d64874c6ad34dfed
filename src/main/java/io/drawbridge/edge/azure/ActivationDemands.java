package io.drawbridge.edge.azure;

import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.azure.ActivationPolicy;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * What Privileged Identity Management asks of who activates something.
 *
 * <p>Nobody approves an activation of their own, so an approver alone gains nothing: who may approve is part of the condition. Source: Microsoft
 * Entra, "Approve or deny requests for Microsoft Entra roles". <b>Not modelled:</b> that a context which no policy of Conditional Access
 * is about asks for multifactor authentication.
 */
public final class ActivationDemands {

  public static final Requirement ACTIVATION =
      new Requirement("entra:activation", "Bool", List.of("true"), false, "an eligible role is activated");

  public static final Requirement MFA = new Requirement("entra:mfa", "Bool", List.of("true"), false, "multifactor authentication is passed");

  private ActivationDemands() {}

  public static List<Requirement> of(ActivationPolicy.Rules rules) {
    List<Requirement> asked = new ArrayList<>(List.of(ACTIVATION));
    if (rules.mfa()) {
      asked.add(MFA);
    }
    if (!rules.authenticationContext().isEmpty()) {
      asked.add(new Requirement("entra:authentication-context", "StringEquals", List.of(rules.authenticationContext()), false,
          "Conditional Access grants the authentication context " + rules.authenticationContext()));
    }
    if (rules.approval()) {
      asked.add(new Requirement("entra:approval", "ForAnyValue:StringEquals", rules.approvers(), false, "an approver consents to the activation"));
    }
    return asked;
  }

  /** Of a policy that exists and was kept from us. */
  public static List<Requirement> unreadable(Operation policies) {
    return List.of(ACTIVATION,
        new Requirement("unread:" + policies, "Absent", List.of(), false, "no rule of activation that could not be read forbids it"));
  }
}
