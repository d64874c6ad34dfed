package io.drawbridge.edge.azure.compute;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;
import static io.drawbridge.graph.Likelihood.POSSIBLE;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.edge.azure.compute.PublishingPasswords.Use;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.StoredSettings;
import io.drawbridge.inventory.azure.WebApp;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ways to run code on web apps, function apps and standard logic apps, and on their slots, which are sites with permissions of their own.
 *
 * <p>Sources: App Service, "Deployment best practices", "Disable basic authentication in App Service deployments", "Run your app from a
 * ZIP package" (a setting that names a package runs it), "Deploy to App Service by using ARM" (the deployment extension); Azure
 * permissions, Microsoft.Web; Azure Functions, "Work with access keys in Azure Functions" (the master key also administers the runtime).
 * Keys of single functions, and call-back addresses, only call what is there. Bringing code over from a slot is {@link SlotCode}.
 * <b>Not modelled:</b> access restrictions of the deployment site; writing the storage account that a function app's code lies in; the reading
 * action {@code hostruntime/host/_master/read}, of which Azure says no request that answers it with a key.
 */
public final class SiteCode {

  private static final String SITES = "Microsoft.Web/sites/";
  private static final String SLOTS = "Microsoft.Web/sites/slots/";
  private static final String EXECUTION = "T1648";

  public static final List<Ways> TABLE = Stream.of(ways("sites", SITES, "microsoft.web/sites", site -> !site.isSlot()),
      ways("slots", SLOTS, "microsoft.web/sites/slots", WebApp::isSlot), List.of(runtimes())).flatMap(List::stream).toList();

  private SiteCode() {}

  private static List<Ways> ways(String name, String prefix, String type, Predicate<WebApp> of) {
    return List.of(
        Ways.to("code-on-" + name, EdgeKind.CAN_RUN_CODE, List.of(type), Ways.each(WebApp.class, of),
            way("web-publish", "deploys its own code with its Entra account", "leave publish out of roles that only operate sites", EASY, prefix + "publish/Action"),
            way("web-settings-write", "names a package or image of its own in the settings", "leave config/write out of roles that only operate sites", EASY,
                prefix + "config/write"),
            way("web-write", "updates the site with a package or image of its own", "give who operates sites no right to write them", EASY, prefix + "write"),
            way("web-deployment-extension", "deploys a package by the deployment extension", "leave extensions/write out of roles that only operate sites", EASY,
                prefix + "extensions/write"),
            way("web-source-control", "binds the site to a repository of its own", "leave sourcecontrols/write out of roles that only operate sites", LIKELY,
                prefix + "sourcecontrols/write")),
        Ways.to("code-on-function-" + name, EdgeKind.CAN_RUN_CODE, List.of(type), Ways.each(WebApp.class, of.and(SiteCode::isFunctionApp)),
            way("function-write", "writes a function of its own", "run function apps from a package", EASY, prefix + "functions/write"),
            way("function-host-key", "administers the runtime with the master key", "leave host/listkeys out of roles that only call functions", POSSIBLE,
                prefix + "host/listkeys/action")),
        Ways.to("workflows-on-" + name, EdgeKind.CAN_RUN_CODE, List.of(type), Ways.each(WebApp.class, of.and(SiteCode::isWorkflowApp)),
            way("workflow-artifacts", "deploys a workflow of its own", "leave deployWorkflowArtifacts out of roles that only operate workflows", EASY,
                prefix + "deployWorkflowArtifacts/action")),
        Ways.to("publishing-passwords-of-" + name, EdgeKind.CAN_RUN_CODE, List.of(type, type + "/basicpublishingcredentialspolicies"),
            (estate, sink) -> passwords(estate, of, Use.TAKEN),
            way("web-publish-profile", "deploys its own code with the publishing password", "disable basic authentication of the deployment site", EASY,
                prefix + "publishxml/action"),
            way("web-publishing-credentials", "lists the publishing password with the settings and deploys its own code",
                "disable basic authentication of the deployment site", EASY, prefix + "config/list/action")),
        Ways.to("settings-of-" + name, EdgeKind.CAN_READ_SECRET, List.of(type, type + "/config"),
            Ways.each(StoredSettings.class, settings -> settings.holder() instanceof ArmId site && ArmTypes.of(site).equals(type)),
            Way.by("azure-web-settings-read", "lists the site's settings", "T1552.001", "have settings refer to a vault that the site's identity reads", EASY,
                prefix + "config/list/action")),
        Ways.to("publishing-passwords-refused-by-" + name, EdgeKind.CAN_RUN_CODE, List.of(type, type + "/basicpublishingcredentialspolicies"),
            (estate, sink) -> passwords(estate, of, Use.REFUSED),
            way("web-publish-profile-reopened", "allows publishing passwords again and deploys its own code", "refuse basic authentication by policy", LIKELY,
                prefix + "basicPublishingCredentialsPolicies/write", prefix + "publishxml/action")));
  }

  /** Azure names the action for sites, and none for slots. */
  private static Ways runtimes() {
    return Ways.to("runtimes-of-functions", EdgeKind.CAN_RUN_CODE, List.of("microsoft.web/sites"),
        Ways.each(WebApp.class, site -> !site.isSlot() && isFunctionApp(site)),
        way("function-host-runtime", "adds a function of its own by the runtime", "leave hostruntime/host out of roles that only call functions", POSSIBLE,
            SITES + "hostruntime/host/action"));
  }

  private static List<Target> passwords(Estate estate, Predicate<WebApp> of, Use use) {
    PublishingPasswords passwords = PublishingPasswords.of(estate);
    return estate.inventory().all(WebApp.class).stream().filter(of).filter(site -> passwords.use(site) == use)
        .map(site -> Target.of(site.id(), site.id(), passwords.proof(site))).toList();
  }

  private static Way way(String name, String title, String remediation, Likelihood likelihood, String... actions) {
    return Way.by("azure-" + name, title, EXECUTION, remediation, likelihood, actions);
  }

  private static boolean isFunctionApp(WebApp site) {
    String kind = ResourceId.lowerCase(site.kind());
    return kind.contains("functionapp") && !kind.contains("workflowapp");
  }

  private static boolean isWorkflowApp(WebApp site) {
    return ResourceId.lowerCase(site.kind()).contains("workflowapp");
  }
}
