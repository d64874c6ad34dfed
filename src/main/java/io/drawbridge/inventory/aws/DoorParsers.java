package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parsers of what resources say of strangers: policies of functions, their addresses, access points, and whom images are shared with. */
final class DoorParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("lambda:get-policy", "", DoorParsers::functionPolicy),
          ListParser.of("lambda:get-function-url-config", "", DoorParsers::functionUrl),
          ListParser.of("lambda:list-function-url-configs", "FunctionUrlConfigs", DoorParsers::functionUrl),
          ListParser.of("s3control:get-access-point", "", DoorParsers::accessPoint),
          ListParser.of("s3control:get-access-point-policy", "", DoorParsers::accessPointPolicy),
          ListParser.of("ec2:describe-images", "Images", DoorParsers::image),
          ListParser.of("ec2:describe-image-attribute", "", DoorParsers::imagePermissions));

  private DoorParsers() {}

  /** The answer names no function: it is asked for by name or ARN. */
  private static Optional<LambdaFunctionPolicy> functionPolicy(Item item) {
    String subject = item.document().subject();
    Arn arn = Arn.find(subject).orElseGet(() -> item.arn("lambda", "function:" + subject));
    return subject.isEmpty() ? Optional.empty() : item.policies(arn).policy(item.json().path("Policy"), "/Policy", "function policy")
        .map(policy -> new LambdaFunctionPolicy(item.origin(arn), arn, policy));
  }

  private static Optional<AccessPoint> accessPoint(Item item) {
    boolean restricts = item.json().path("PublicAccessBlockConfiguration").path("RestrictPublicBuckets").asBoolean(false);
    return Arn.find(item.text("AccessPointArn"))
        .map(arn -> new AccessPoint(item.origin(arn), arn, item.text("Bucket"), item.text("NetworkOrigin"), restricts));
  }

  /** The answer names no access point: it is asked for by ARN. */
  private static Optional<AccessPointPolicy> accessPointPolicy(Item item) {
    String subject = item.document().subject();
    Arn arn = Arn.find(subject).orElseGet(() -> item.arn("s3", "accesspoint/" + subject));
    return subject.isEmpty() ? Optional.empty() : item.policies(arn).policy(item.json().path("Policy"), "/Policy", "access point policy")
        .map(policy -> new AccessPointPolicy(item.origin(arn), arn, policy));
  }

  private static Arn imageArn(Item item, String id) {
    return Arn.of("ec2", item.document().region(), "", "image/" + id);
  }

  private static Optional<Ec2Image> image(Item item) {
    String id = item.text("ImageId");
    List<String> snapshots = new ArrayList<>();
    item.json().path("BlockDeviceMappings").forEach(mapping ->
        Optional.of(Fields.text(mapping.path("Ebs"), "SnapshotId")).filter(one -> !one.isEmpty()).ifPresent(snapshots::add));
    return id.isEmpty() ? Optional.empty() : Optional.of(new Ec2Image(item.origin(imageArn(item, id)), imageArn(item, id), item.text("OwnerId"),
        item.json().path("Public").asBoolean(false), snapshots));
  }

  private static Optional<Ec2ImagePermissions> imagePermissions(Item item) {
    String id = item.text("ImageId").isEmpty() ? item.document().subject() : item.text("ImageId");
    return id.isEmpty() ? Optional.empty()
        : Optional.of(new Ec2ImagePermissions(item.origin(imageArn(item, id)), imageArn(item, id), SharedWith.ofPermissions(item.json().path("LaunchPermissions"))));
  }

  private static Optional<LambdaFunctionUrl> functionUrl(Item item) {
    return Arn.find(item.text("FunctionArn")).map(arn -> new LambdaFunctionUrl(item.origin(arn), arn, item.text("AuthType")));
  }
}
