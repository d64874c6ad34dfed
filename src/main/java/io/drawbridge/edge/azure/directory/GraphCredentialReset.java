package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.TreeMap;

/**
 * Permissions of Microsoft Graph that give users a new credential: a temporary access pass, a passkey, a number for signing in, a password,
 * or an authority whose certificates the tenant believes.
 *
 * <p>A method must be switched on in the tenant, unless the same application may switch it on. Users in units with restricted management are
 * out of reach; so are, for passwords, users with a role. Sources: Microsoft Graph, "Create temporaryAccessPassMethod", "Create
 * fido2AuthenticationMethod", "Create phoneMethod", "Update user", permissions for specific scenarios; "Create
 * certificateBasedAuthConfiguration"; "Restricted management administrative units", programmability. <b>Not modelled:</b> resetting one's
 * password by a new number or address.
 */
public final class GraphCredentialReset implements EdgeRule {

  private static final String CERTIFICATE = "X509Certificate";

  /** @param method the method of signing in that must be switched on; empty for a password */
  private record Row(String permission, String method, Technique technique) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("UserAuthenticationMethod.ReadWrite.All", "TemporaryAccessPass", EntraTechniques.METHOD_WRITE),
          new Row("UserAuthenticationMethod.ReadWrite.All", "Fido2", EntraTechniques.METHOD_WRITE),
          new Row("UserAuthMethod-TAP.ReadWrite.All", "TemporaryAccessPass", EntraTechniques.METHOD_WRITE),
          new Row("UserAuthMethod-Passkey.ReadWrite.All", "Fido2", EntraTechniques.METHOD_WRITE),
          new Row("UserAuthMethod-QR.ReadWrite.All", "QRCodePin", EntraTechniques.METHOD_WRITE),
          new Row("UserAuthMethod-Phone.ReadWrite.All", "Sms", EntraTechniques.METHOD_WRITE),
          new Row("User-PasswordProfile.ReadWrite.All", "", EntraTechniques.GRAPH_PASSWORD),
          new Row("Organization.ReadWrite.All", CERTIFICATE, EntraTechniques.CERTIFICATE_AUTHORITY));

  public static final List<String> PERMISSIONS = ROWS.stream().map(Row::permission).distinct().toList();

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "servicePrincipals-appRoleAssignments"), new Operation("graph", "users"),
        new Operation("graph", "authenticationMethodConfigurations"), SignInConditions.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.METHOD_WRITE, EntraTechniques.GRAPH_PASSWORD, EntraTechniques.CERTIFICATE_AUTHORITY);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    new TreeMap<>(AppRoles.of(estate).all()).forEach((principal, held) -> {
      if (Directory.of(estate).canAct(principal)) {
        held.forEach(role -> ROWS.stream().filter(row -> row.permission.equals(role.permission())).forEach(row -> draw(estate, principal, role, row, sets)));
      }
    });
  }

  private static void draw(Estate estate, EntraId principal, AppRoles.Held held, Row row, CapabilitySets sets) {
    ResettableUsers users = ResettableUsers.of(estate);
    List<SignIns.Share> reached = row.method.isEmpty() ? users.plain(principal.tenant()) : users.manageable(principal.tenant());
    Edge plain = Edge.of(principal, principal, EdgeKind.CAN_ADD_CREDENTIAL, row.technique.id(),
        Observed.grant(held.record(), "/appRoleId", held.permission()), Likelihood.LIKELY.cost());
    SignIns.of(estate).connect(plain, reached, decision(estate, principal, row), principal.tenant(), sets);
  }

  private static Decision decision(Estate estate, EntraId principal, Row row) {
    boolean switchesOn = AppRoles.of(estate).holds(principal, AuthenticationMethods.POLICY_WRITE);
    return row.method.isEmpty() || switchesOn ? new Decision.Allowed(List.of()) : AuthenticationMethods.of(estate).works(principal.tenant(), row.method);
  }
}
