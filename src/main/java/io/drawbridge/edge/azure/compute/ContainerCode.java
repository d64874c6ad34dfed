package io.drawbridge.edge.azure.compute;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.POSSIBLE;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ContainerApp;
import io.drawbridge.inventory.azure.ContainerGroup;
import io.drawbridge.inventory.azure.ContainerRegistry;
import io.drawbridge.inventory.azure.ManagedIdentityHolder;
import io.drawbridge.inventory.azure.WebApp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ways to run code in containers that are there: apps, jobs, groups, registry tasks, and whatever runs an image that the caller may
 * overwrite.
 *
 * <p>Sources: Azure permissions, Microsoft.App, Microsoft.ContainerInstance and Microsoft.ContainerRegistry; Container Apps, "Jobs in Azure
 * Container Apps" (who starts a job may override its image and command) and "Built-in roles" (a console takes an action on data);
 * Container Registry, "Azure Container Registry Entra permissions and role assignments overview" (in the mode of repository permissions, roles on
 * the whole registry open no image). <b>Not modelled:</b> rewriting a group with a user-assigned identity, which must be assigned anew; images
 * named by digest, which nobody overwrites; images of Kubernetes workloads; who listens to a registry's webhooks.
 */
public final class ContainerCode {

  private static final String APPS = "microsoft.app/containerapps";
  private static final String JOBS = "microsoft.app/jobs";
  private static final String GROUPS = "microsoft.containerinstance/containergroups";
  private static final String TASKS = "microsoft.containerregistry/registries/tasks";
  private static final List<String> PULLERS = List.of("microsoft.containerregistry/registries", APPS, JOBS, GROUPS, "microsoft.web/sites");
  private static final String PUSH = "let only the build pipeline push, and deploy images by digest";

  public static final List<Ways> TABLE =
      List.of(
          Ways.to("container-apps", EdgeKind.CAN_RUN_CODE, List.of(APPS), Ways.each(ContainerApp.class, app -> !isJob(app)),
              way("container-app-write", "deploys an image or command of its own", "deploy container apps by a pipeline only", EASY, "Microsoft.App/containerApps/write"),
              Way.byData("azure-container-app-exec", "opens a console in the container", "T1609", "assign console rights for the time of the work only", EASY,
                  "Microsoft.App/containerApps/exec/action")),
          Ways.to("container-jobs", EdgeKind.CAN_RUN_CODE, List.of(JOBS), Ways.each(ContainerApp.class, ContainerCode::isJob),
              way("container-job-start", "starts the job with an image and command of its own", "start jobs by schedule, and let nobody start them by hand", EASY,
                  "Microsoft.App/jobs/start/action"),
              Way.byData("azure-container-job-exec", "opens a console in the job's container", "T1609", "assign console rights for the time of the work only", EASY,
                  "Microsoft.App/jobs/exec/action")),
          Ways.to("triggered-container-jobs", EdgeKind.CAN_RUN_CODE, List.of(JOBS),
              Ways.each(ContainerApp.class, job -> isJob(job) && !job.trigger().isEmpty() && !job.trigger().equals("manual")),
              way("container-job-write", "leaves an image or command of its own for the job's next run", "deploy jobs by a pipeline only", EASY,
                  "Microsoft.App/jobs/write")),
          Ways.to("container-groups", EdgeKind.CAN_RUN_CODE, List.of(GROUPS), Ways.each(ContainerGroup.class, group -> true),
              way("container-exec", "runs a command in the container", "leave exec out of roles that only operate containers", EASY,
                  "Microsoft.ContainerInstance/containerGroups/containers/exec/action")),
          Ways.to("container-groups-to-rewrite", EdgeKind.CAN_RUN_CODE, List.of(GROUPS), ContainerCode::rewritable,
              way("container-group-write", "puts a container of its own in the group", "deploy container groups by a pipeline only", EASY,
                  "Microsoft.ContainerInstance/containerGroups/write")),
          Ways.to("registry-tasks", EdgeKind.CAN_RUN_CODE, List.of(TASKS), Ways.others(TASKS),
              way("registry-task-write", "rewrites the task and runs it", "deploy tasks by a pipeline only", EASY, "Microsoft.ContainerRegistry/registries/tasks/write",
                  "Microsoft.ContainerRegistry/registries/scheduleRun/action")),
          Ways.to("images-to-overwrite", EdgeKind.CAN_RUN_CODE, PULLERS, (estate, sink) -> pulling(estate, false),
              way("registry-push", "overwrites the image that the compute runs next", PUSH, POSSIBLE, "Microsoft.ContainerRegistry/registries/push/write"),
              way("registry-import", "imports an image over the one that the compute runs next", PUSH, POSSIBLE,
                  "Microsoft.ContainerRegistry/registries/importImage/action"),
              way("registry-build", "builds an image over the one that the compute runs next", PUSH, POSSIBLE,
                  "Microsoft.ContainerRegistry/registries/scheduleRun/action")),
          Ways.to("images-of-repositories-to-overwrite", EdgeKind.CAN_RUN_CODE, PULLERS, (estate, sink) -> pulling(estate, true),
              Way.byData("azure-registry-repository-push", "overwrites the image that the compute runs next", "T1525", PUSH, POSSIBLE,
                  "Microsoft.ContainerRegistry/registries/repositories/content/write")));

  private ContainerCode() {}

  private static boolean isJob(ContainerApp app) {
    return app.id().text().contains("/microsoft.app/jobs/");
  }

  private static List<Target> rewritable(Estate estate, EdgeSink sink) {
    Set<ResourceId> assigned = new HashSet<>();
    estate.inventory().all(ManagedIdentityHolder.class).stream().filter(holder -> !holder.userAssigned().isEmpty())
        .forEach(holder -> assigned.add(holder.id()));
    return estate.inventory().all(ContainerGroup.class).stream().filter(group -> !assigned.contains(group.id())).map(Ways::itself).toList();
  }

  /** Compute that runs an image of a registry by its tag, asked at the registry. */
  private static List<Target> pulling(Estate estate, boolean perRepository) {
    Map<String, ContainerRegistry> registries = new HashMap<>();
    estate.inventory().all(ContainerRegistry.class).stream().filter(registry -> registry.perRepository() == perRepository)
        .forEach(registry -> registries.put(registry.loginServer(), registry));
    List<Target> targets = new ArrayList<>();
    if (!registries.isEmpty()) {
      estate.inventory().all(ContainerApp.class).forEach(app -> pulling(app, app.images(), registries, targets));
      estate.inventory().all(ContainerGroup.class).forEach(group -> pulling(group, group.images(), registries, targets));
      estate.inventory().all(WebApp.class).forEach(site -> pulling(site, List.of(site.image()), registries, targets));
    }
    return targets;
  }

  private static void pulling(Resource compute, List<String> images, Map<String, ContainerRegistry> registries, List<Target> targets) {
    for (String image : images) {
      int slash = image.indexOf('/');
      ContainerRegistry registry = slash < 0 || image.contains("@") ? null : registries.get(ResourceId.lowerCase(image.substring(0, slash)));
      if (registry != null) {
        targets.add(Target.of(registry.id(), new ArmId(compute.id().text()), Observed.fact(compute, "/properties", image)));
        return;
      }
    }
  }

  private static Way way(String name, String title, String remediation, Likelihood likelihood, String... actions) {
    return Way.by("azure-" + name, title, name.startsWith("registry") ? "T1525" : "T1610", remediation, likelihood, actions);
  }
}
