package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.AppRunnerService;
import io.drawbridge.inventory.aws.BatchJobDefinition;
import io.drawbridge.inventory.aws.CodeBuildProject;
import io.drawbridge.inventory.aws.ContainerImage;
import io.drawbridge.inventory.aws.EcsService;
import io.drawbridge.inventory.aws.EcsTaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What pulls an image by its tag again, once the tag names another.
 *
 * <p>Sources: ECS Developer Guide, "Container image resolution" (all tasks of a deployment run the image that the tag named when it began, unless
 * the definition turns that off); App Runner Developer Guide, "Deploying a new application version" (automatic where the service says so, from
 * repositories of its own account); a job and a build pull their image when they start. A function does not: Lambda keeps the image that the tag
 * named when somebody updated it (Lambda Developer Guide, "Create a Lambda function using a container image"). Nor does a task that runs already.
 * <b>Not modelled:</b> pods of EKS and notebooks, whose images are not read; services whose definition is in task sets.
 */
final class ImagePullers {

  /**
   * One of them.
   *
   * @param pointer where the image, or the definition that names it, is said
   * @param byItself whether it pulls without being deployed anew
   * @param deployment what has it deployed anew, where a call does
   */
  record Puller(Arn id, Resource said, String pointer, ContainerImage image, boolean byItself, Optional<Demand> deployment) {}

  private final Inventory inventory;
  private final ResourceContext context;
  private final List<Puller> pullers = new ArrayList<>();

  private ImagePullers(Estate estate, ResourceContext context) {
    this.inventory = estate.inventory();
    this.context = context;
  }

  static List<Puller> of(Estate estate, ResourceContext context, EdgeSink sink) {
    var all = new ImagePullers(estate, context);
    for (EcsService service : estate.inventory().all(EcsService.class)) {
      if (service.isActive() && !service.taskDefinitionArn().isEmpty()) {
        TaskDefinitions.find(estate, service, service.taskDefinitionArn(), sink).ifPresent(definition -> all.service(service, definition));
      }
    }
    all.services();
    for (BatchJobDefinition definition : all.inventory.all(BatchJobDefinition.class)) {
      if (definition.usable()) {
        all.add(definition.id(), definition, "/containerProperties/image", definition.image(), true, Optional.empty());
      }
    }
    all.inventory.all(CodeBuildProject.class).forEach(project -> all.add(project.id(), project, "/environment/image", project.image(), true, Optional.empty()));
    return all.pullers;
  }

  private void add(Arn id, Resource said, String pointer, String image, boolean byItself, Optional<Demand> deployment) {
    ContainerImage.of(image).ifPresent(one -> pullers.add(new Puller(id, said, pointer, one, byItself, deployment)));
  }

  private void service(EcsService service, EcsTaskDefinition definition) {
    SortedMap<String, List<String>> known = service.tags().isEmpty() ? context.region(service.id()) : context.of(service.id(), "ecs", service.tags());
    known.put("ecs:cluster", List.of(service.clusterArn()));
    var update = new Demand("ecs:UpdateService", service.id().text(), service.id().account(), Optional.empty(), known);
    for (EcsTaskDefinition.Image image : definition.images()) {
      add(service.id(), definition, "/taskDefinition/containerDefinitions", image.name(), image.followed(),
          Optional.of(update).filter(demand -> service.takesUpdates()));
    }
  }

  private void services() {
    for (AppRunnerService service : inventory.all(AppRunnerService.class)) {
      if (service.status().equals("RUNNING")) {
        var start = new Demand("apprunner:StartDeployment", service.id().text(), service.id().account(), Optional.empty(), context.region(service.id()));
        boolean own = ContainerImage.of(service.image()).filter(image -> image.repository().account().equals(service.id().account())).isPresent();
        add(service.id(), service, "/Service/SourceConfiguration/ImageRepository/ImageIdentifier", service.image(), own && service.deploysItself(), Optional.of(start));
      }
    }
  }
}
