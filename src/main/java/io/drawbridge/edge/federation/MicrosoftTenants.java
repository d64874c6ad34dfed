package io.drawbridge.edge.federation;

import io.drawbridge.edge.federation.Issuers.EntraIssuer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Microsoft's own tenants, whose tokens its services show to AWS, and what its connectors call their sessions.
 *
 * <p>Sources: learn.microsoft.com, "Connect AWS accounts to Microsoft Defender for Cloud" and "Connect Microsoft Sentinel to AWS", and the templates
 * that these products generate: Defender and Sentinel sign in by the tenant 33e01921-…; of Arc's connector no page says which of them it is.
 */
final class MicrosoftTenants {

  private static final Set<String> IDS =
      Set.of("33e01921-4d64-4f8c-a055-5bdaffd5e33d", "72f988bf-86f1-41af-91ab-2d7cd011db47", "975f013f-7f24-47e8-a7d3-abc4752bf346",
          "124edf19-b350-4797-aefc-3206115ffdb3");

  /** The audience by which Defender for Cloud takes the role that installs Arc's agent. */
  static final String DEFENDER_FOR_SERVERS = "api://AzureSecurityCenter.MultiCloud.DefenderForServers";

  private static final String DEFENDER_SESSION = "MicrosoftDefenderForClouds_";

  /** What sessions are called that are for another customer, by audience: a tenant that is nobody's. */
  private static final Map<String, String> SESSIONS =
      Map.ofEntries(
          Map.entry(DEFENDER_FOR_SERVERS, DEFENDER_SESSION),
          Map.entry("api://AzureSecurityCenter.MultiCloud.DefenderForServers.VmScanner", DEFENDER_SESSION),
          Map.entry("api://AzureSecurityCenter.MultiCloud.DefenderForDatabases", DEFENDER_SESSION),
          Map.entry("api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479", DEFENDER_SESSION),
          Map.entry("api://6610e979-c931-41ec-adc7-b9920c9d52f1", DEFENDER_SESSION),
          Map.entry("api://b2f86835-c959-461c-b08c-2cd5ca382af5", DEFENDER_SESSION),
          Map.entry("api://1462b192-27f7-4cb9-8523-0f4ecb54b47e", "MicrosoftSentinel_"),
          Map.entry("api://d4230588-5f84-4281-a9c7-2c15194b28f7", "MicrosoftSentinel_"));

  private MicrosoftTenants() {}

  static boolean contains(String tenant) {
    return IDS.contains(tenant);
  }

  static boolean areBehind(String url) {
    return Issuers.entra(url).map(EntraIssuer::tenant).filter(IDS::contains).isPresent();
  }

  /** The audiences of those of its products that name their sessions by customer. */
  static List<String> audiences() {
    return SESSIONS.keySet().stream().sorted().toList();
  }

  /** What a session for a customer is called: Defender's by tenant, Sentinel's by workspace. */
  static String session(String audience, String customer) {
    return SESSIONS.getOrDefault(audience, "") + customer;
  }
}
