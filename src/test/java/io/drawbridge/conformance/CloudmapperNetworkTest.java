package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.app.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CloudMapper's demo account, as real input without expectations: what is exposed was worked out by hand from its files.
 *
 * <p>Four things have a public address or face the internet. The ECS task has one and its group opens 443 to everybody. The bastion has one, and its
 * group lets two companies in at 22; so is the Redshift cluster, which is in the same group and listens on 5439. The classic load balancer listens
 * on 8000, and its group opens 443 alone. Nothing was collected of the application load balancer's listeners. The account's route tables were not
 * collected, so that not even the task is known to be exposed; with a main table as a default VPC has one, it alone is.
 */
class CloudmapperNetworkTest {

  private static final String TASK = "arn:aws:ecs:us-east-1:123456789012:task/d190d14a-2404-45d6-9113-4eda22d7f2c7";
  private static final String ROUTES =
      """
      {"RouteTables": [{"RouteTableId": "rtb-1", "VpcId": "vpc-12345678", "Associations": [{"Main": true}], "Routes": [
        {"DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local", "State": "active"},
        {"DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1", "State": "active"}]}]}
      """;

  @TempDir private Path folder;

  @Test
  void withoutRouteTablesNothingIsKnownToBeExposed() throws IOException {
    assertThat(exposed(estate())).isEmpty();
    assertThat(gaps(estate())).anyMatch(gap -> gap.contains("describe-route-tables")).anyMatch(gap -> gap.contains("describe-listeners"));
  }

  @Test
  void withARouteOnlyTheTaskIs() throws IOException {
    Path region = Files.createDirectories(folder.resolve("123456789012/us-east-1"));
    Files.writeString(region.resolve("describe-route-tables.json"), ROUTES);
    assertThat(exposed(estate(), folder)).containsExactly(TASK + " flaw:https");
  }

  @Test
  void theWebServerReachesTheDatabase() throws IOException {
    CommandRun run = edges("--to", "arn:aws:rds:us-east-1:123456789012:db:securitymonkey", List.of(estate()));
    assertThat(run.out().lines().map(CloudmapperNetworkTest::json).filter(edge -> edge.path("kind").asText().equals("IN_SET")).map(edge -> edge.path("from").asText()))
        .containsExactly("set://reach-5432/123456789012/vpc-12345678/sg-00000005:5432");
  }

  private static Path estate() {
    return Conformance.path("aws/accounts/cloudmapper-demo");
  }

  private static List<String> exposed(Path... bundles) {
    return edges("--from", "external://internet", List.of(bundles)).out().lines().map(CloudmapperNetworkTest::json)
        .filter(edge -> edge.path("kind").asText().startsWith("CAN_REACH") && !edge.path("technique").asText().startsWith("aws-"))
        .map(edge -> edge.path("to").asText() + " " + edge.path("condition").path(0).path("key").asText()).toList();
  }

  private static List<String> gaps(Path bundle) {
    CommandRun run = CommandRun.of("paths", "--bundle", bundle.toString(), "--format", "json", "--from", "external://internet", "--to", TASK);
    List<String> gaps = new ArrayList<>();
    run.json().path("completeness").path("gaps").forEach(gap -> gaps.add(gap.path("operation").asText()));
    return gaps;
  }

  private static CommandRun edges(String option, String id, List<Path> bundles) {
    List<String> arguments = new ArrayList<>(List.of("edges", option, id, "--format", "json"));
    bundles.forEach(bundle -> arguments.addAll(List.of("--bundle", bundle.toString())));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static JsonNode json(String line) {
    try {
      return Conformance.JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
