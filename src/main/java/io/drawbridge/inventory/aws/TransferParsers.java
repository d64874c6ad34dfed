package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Optional;

/** Parsers of DataSync. */
final class TransferParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("datasync:describe-task", "", TransferParsers::task),
          ListParser.of("datasync:describe-location-s3", "", TransferParsers::location),
          ListParser.of("datasync:describe-location-azure-blob", "", TransferParsers::location));

  private TransferParsers() {}

  private static Optional<TransferTask> task(Item item) {
    boolean scheduled = !Fields.text(item.json().path("Schedule"), "ScheduleExpression").isEmpty()
        && !Fields.text(item.json().path("ScheduleDetails"), "Status").equals("DISABLED");
    return Arn.find(item.text("TaskArn")).map(arn -> new TransferTask(item.origin(arn), arn, item.text("Name").isEmpty() ? arn.name() : item.text("Name"),
        item.text("SourceLocationArn"), item.text("DestinationLocationArn"), scheduled || !item.text("CurrentTaskExecutionArn").isEmpty()));
  }

  private static Optional<TransferLocation> location(Item item) {
    return Arn.find(item.text("LocationArn")).map(arn -> new TransferLocation(item.origin(arn), arn, item.text("LocationUri")));
  }
}
