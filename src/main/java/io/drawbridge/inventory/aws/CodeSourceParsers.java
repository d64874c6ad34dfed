package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parsers of what takes its code from S3 whenever it runs: Airflow environments, Elastic Beanstalk and pipelines. */
final class CodeSourceParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("mwaa:get-environment", "", item -> environment(item, item.json().path("Environment"))),
          ListParser.of("elasticbeanstalk:describe-environments", "Environments", CodeSourceParsers::beanstalk),
          ListParser.of("elasticbeanstalk:describe-application-versions", "ApplicationVersions", CodeSourceParsers::version),
          ListParser.of("codepipeline:get-pipeline", "", item -> pipeline(item, item.json().path("pipeline"))));

  private CodeSourceParsers() {}

  private static Optional<AirflowEnvironment> environment(Item item, JsonNode json) {
    String bucket = Arn.find(Fields.text(json, "SourceBucketArn")).map(Arn::resource).orElse("");
    String folder = Fields.text(json, "DagS3Path").replaceAll("^/+|/+$", "");
    String flows = bucket.isEmpty() ? "" : bucket + "/" + (folder.isEmpty() ? "" : folder + "/");
    return Arn.find(Fields.text(json, "Arn")).map(arn -> new AirflowEnvironment(item.origin(arn), arn, Fields.text(json, "ExecutionRoleArn"), flows));
  }

  private static Optional<BeanstalkEnvironment> beanstalk(Item item) {
    return Arn.find(item.text("EnvironmentArn")).map(arn -> new BeanstalkEnvironment(item.origin(arn), arn, item.text("EnvironmentId"), item.text("ApplicationName"),
        item.text("VersionLabel")));
  }

  private static Optional<BeanstalkVersion> version(Item item) {
    JsonNode bundle = item.json().path("SourceBundle");
    String label = item.text("VersionLabel");
    String place = Fields.text(bundle, "S3Bucket").isEmpty() ? "" : Fields.text(bundle, "S3Bucket") + "/" + Fields.text(bundle, "S3Key");
    Arn arn = BeanstalkVersion.arn(item.document().region(), item.document().scope().id(), item.text("ApplicationName"), label);
    return label.isEmpty() ? Optional.empty() : Optional.of(new BeanstalkVersion(item.origin(arn), arn, place));
  }

  /** An action of a stage and where it stands. */
  private record Action(JsonNode json, String pointer) {

    boolean is(String category, String provider) {
      return Fields.text(json.path("actionTypeId"), "category").equals(category) && Fields.text(json.path("actionTypeId"), "provider").equals(provider);
    }

    String setting(String name) {
      return Fields.text(json.path("configuration"), name);
    }

    /** Whether one of the artefacts that another action puts out is taken in. */
    boolean takes(Action source) {
      List<String> out = Fields.texts(source.json.path("outputArtifacts"), "name");
      return Fields.texts(json.path("inputArtifacts"), "name").stream().anyMatch(out::contains);
    }
  }

  private static Optional<CodePipeline> pipeline(Item item, JsonNode json) {
    String name = Fields.text(json, "name");
    List<Action> actions = actions(json);
    List<CodePipeline.Build> builds = new ArrayList<>();
    for (Action source : actions) {
      if (source.is("Source", "S3")) {
        actions.stream().filter(action -> action.setting("ProjectName").length() > 0 && action.takes(source)).forEach(action -> builds.add(
            new CodePipeline.Build(source.setting("S3Bucket") + "/" + source.setting("S3ObjectKey"), action.setting("ProjectName"), source.pointer)));
      }
    }
    Arn arn = item.arn("codepipeline", name);
    return name.isEmpty() ? Optional.empty() : Optional.of(new CodePipeline(item.origin(arn), arn, builds));
  }

  private static List<Action> actions(JsonNode pipeline) {
    List<Action> actions = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> stage : Fields.indexed(pipeline.path("stages"))) {
      Fields.indexed(stage.getValue().path("actions")).forEach(action ->
          actions.add(new Action(action.getValue(), "/pipeline/stages/" + stage.getKey() + "/actions/" + action.getKey())));
    }
    return actions;
  }
}
