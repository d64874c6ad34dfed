package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.aws.AirflowEnvironment;
import io.drawbridge.inventory.aws.CodeBuildProject;
import io.drawbridge.inventory.aws.CodePipeline;
import io.drawbridge.inventory.aws.GlueJob;
import java.util.ArrayList;
import java.util.List;

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

  static List<Artefact> all(Inventory inventory) {
    List<Artefact> all = new ArrayList<>();
    for (GlueJob job : inventory.all(GlueJob.class)) {
      if (job.script().startsWith(SCHEME)) {
        all.add(new Artefact(job.id(), job.origin(), "/Command/ScriptLocation", job.script().substring(SCHEME.length())));
      }
    }
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
    return all;
  }

  Arn bucket() {
    return new Arn("arn:aws:s3:::" + place.split("/", 2)[0]);
  }

  String object() {
    return "arn:aws:s3:::" + place;
  }
}
