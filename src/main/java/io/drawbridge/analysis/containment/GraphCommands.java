package io.drawbridge.analysis.containment;

/** Calls of Microsoft Graph and ARM by the Azure CLI. */
final class GraphCommands {

  static final String GRAPH = "https://graph.microsoft.com/v1.0";
  static final String ARM = "https://management.azure.com";

  private GraphCommands() {}

  static Command call(String method, String url) {
    return Command.of("az", "rest", "--method", method, "--url", url);
  }

  /** With a JSON body, or {@code @file} for one that was saved. */
  static Command call(String method, String url, String body) {
    return Command.of("az", "rest", "--method", method, "--url", url, "--headers", "Content-Type=application/json", "--body", body);
  }

  /** The body that names a directory object. */
  static String reference(String objectId) {
    return "{\"@odata.id\":\"" + GRAPH + "/directoryObjects/" + objectId + "\"}";
  }
}
