package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.aws.AirflowEnvironment;
import io.drawbridge.inventory.aws.BeanstalkEnvironment;
import io.drawbridge.inventory.aws.BeanstalkVersion;
import io.drawbridge.inventory.aws.CodeBuildProject;
import io.drawbridge.inventory.aws.CodePipeline;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.GlueJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Code in S3, and what runs it.
 *
 * @param runner the compute
 * @param origin of the record that says so
 * @param pointer to where it says so
 * @param place {@code bucket/key}; what ends in a slash stands for anything below it
 */
record Artefact(Arn runner, Origin origin, String pointer, String place) {

  private static final String SCHEME = "s3://";
  private static final String BEANSTALK_TAG = "elasticbeanstalk:environment-id";

  static List<Artefact> all(Inventory inventory) {
    List<Artefact> all = new ArrayList<>();
    inventory.all(GlueJob.class).forEach(job -> ofJob(job, all));
    for (CodeBuildProject project : inventory.all(CodeBuildProject.class)) {
      if (!project.bucketAndKey().isEmpty()) {
        all.add(new Artefact(project.id(), project.origin(), "/source/location", project.bucketAndKey()));
      }
    }
    for (AirflowEnvironment environment : inventory.all(AirflowEnvironment.class)) {
      if (!environment.flows().isEmpty()) {
        all.add(new Artefact(environment.id(), environment.origin(), "/Environment/DagS3Path", environment.flows()));
      }
    }
    for (CodePipeline pipeline : inventory.all(CodePipeline.class)) {
      pipeline.builds().forEach(build -> all.add(new Artefact(
          Arn.of("codebuild", pipeline.id().region(), pipeline.id().account(), "project/" + build.project()), pipeline.origin(), build.pointer(), build.bucketAndKey())));
    }
    beanstalk(inventory, all);
    return all;
  }

  private static void ofJob(GlueJob job, List<Artefact> all) {
    if (job.script().startsWith(SCHEME)) {
      all.add(new Artefact(job.id(), job.origin(), "/Command/ScriptLocation", job.script().substring(SCHEME.length())));
    }
    job.libraries().forEach(library -> all.add(new Artefact(job.id(), job.origin(), "/DefaultArguments", library.substring(SCHEME.length()))));
  }

  /** Each instance of an environment runs the bundle of the environment's version. */
  private static void beanstalk(Inventory inventory, List<Artefact> all) {
    List<BeanstalkEnvironment> environments = inventory.all(BeanstalkEnvironment.class);
    if (environments.isEmpty()) {
      return;
    }
    Map<String, List<Ec2Instance>> instances = inventory.all(Ec2Instance.class).stream().filter(one -> !one.isGone() && one.tags().containsKey(BEANSTALK_TAG))
        .collect(Collectors.groupingBy(one -> one.id().account() + "/" + one.tags().get(BEANSTALK_TAG)));
    for (BeanstalkEnvironment environment : environments) {
      Arn version = BeanstalkVersion.arn(environment.id().region(), environment.id().account(), environment.application(), environment.version());
      inventory.find(BeanstalkVersion.class, version).filter(one -> !one.bundle().isEmpty()).ifPresent(one ->
          instances.getOrDefault(environment.id().account() + "/" + environment.environmentId(), List.of())
              .forEach(instance -> all.add(new Artefact(instance.id(), one.origin(), "/SourceBundle", one.bundle()))));
    }
  }

  Arn bucket() {
    return Arn.of(runner.partition(), "s3", "", "", place.split("/", 2)[0]);
  }

  String object() {
    return Arn.of(runner.partition(), "s3", "", "", place).text();
  }
}
