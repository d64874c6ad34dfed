package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Optional;

/** Parsers of what resources say of strangers: policies of functions and their addresses. */
final class DoorParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("lambda:get-policy", "", DoorParsers::functionPolicy),
          ListParser.of("lambda:get-function-url-config", "", DoorParsers::functionUrl),
          ListParser.of("lambda:list-function-url-configs", "FunctionUrlConfigs", DoorParsers::functionUrl));

  private DoorParsers() {}

  /** The answer names no function: it is asked for by name or ARN. */
  private static Optional<LambdaFunctionPolicy> functionPolicy(Item item) {
    String subject = item.document().subject();
    Arn arn = Arn.find(subject).orElseGet(() -> item.arn("lambda", "function:" + subject));
    return subject.isEmpty() ? Optional.empty() : item.policies(arn).policy(item.json().path("Policy"), "/Policy", "function policy")
        .map(policy -> new LambdaFunctionPolicy(item.origin(arn), arn, policy));
  }

  private static Optional<LambdaFunctionUrl> functionUrl(Item item) {
    return Arn.find(item.text("FunctionArn")).map(arn -> new LambdaFunctionUrl(item.origin(arn), arn, item.text("AuthType")));
  }
}
