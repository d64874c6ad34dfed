package io.drawbridge.edge.aws.compute;

import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.NewNames;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.Recipient;
import java.util.List;
import java.util.Map;

/**
 * Ways to run a Lambda function of one's own under a role.
 *
 * <p>Source: Service Authorization Reference, "for AWS Lambda": CreateEventSourceMapping names no resource, and the function stands under
 * {@code lambda:FunctionArn}. A caller that may not invoke the function lets an event do it, or lets another account in with AddPermission.
 * The role itself reads the events (Lambda Developer Guide, "Using Lambda with Amazon SQS", "with Kinesis", "with DynamoDB"): one that may read none
 * is not gained by them. <b>Not modelled:</b> whether a queue or stream of a name that the role may read is there: another account's is as good;
 * a table that only a role with a pattern for its name may read.
 */
final class PassRoleToFunctions {

  private static final Recipient LAMBDA = Recipient.of("lambda", "lambda.amazonaws.com");

  private static final Launch QUEUE = Launch.start().named("sqs", "", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
  private static final Launch STREAM = Launch.start().named("kinesis", "stream/", "kinesis:DescribeStream", "kinesis:GetShardIterator", "kinesis:GetRecords");
  private static final Launch TABLE = Launch.start()
      .named("dynamodb", "table/" + NewNames.NEW + "/stream/", "dynamodb:DescribeStream", "dynamodb:GetShardIterator", "dynamodb:GetRecords");

  private static final String MAP = "lambda:CreateEventSourceMapping";
  private static final Map<String, String> FUNCTION = Map.of("lambda:functionarn", "$0");

  static final List<PassRole> ALL = List.of(
      PassRole.of("lambda-001", "creates and calls a function under the role", "T1648", LAMBDA, function("lambda:InvokeFunction")),
      PassRole.of("lambda-006", "creates a function under the role and lets another account call it", "T1648", LAMBDA,
          function("lambda:AddPermission").choosing("lambda:principal", "lambda:functionurlauthtype")),
      PassRole.of("lambda-002", "creates a function under the role that events call", "T1648", LAMBDA.doing("-reading-events", QUEUE, STREAM, TABLE),
          function().on(Launch.WHOLE, FUNCTION, MAP)),
      PassRole.of("x-lambda-newdynamo", "creates a function under the role that a table of its own calls", "T1648", LAMBDA.doing("-reading-tables", TABLE),
          function().on(Launch.WHOLE, FUNCTION, MAP).named("dynamodb", "table/", "dynamodb:CreateTable", "dynamodb:PutItem")
              .choosing("dynamodb:attributes", "dynamodb:leadingkeys", "dynamodb:returnvalues", "dynamodb:returnconsumedcapacity")));

  private PassRoleToFunctions() {}

  private static Launch function(String... further) {
    return Launch.start().named("lambda", "function:", "lambda:CreateFunction").on(0, Map.of(), further)
        .choosing("lambda:layer", "lambda:vpcids", "lambda:subnetids", "lambda:securitygroupids");
  }
}
