package io.drawbridge.collect.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.FakeService;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.JoinKey;
import io.drawbridge.collect.Redaction;
import io.drawbridge.collect.foreign.ForeignFiles;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.AwsParsers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/** The SDK's answers and the CLI's files give the same inventory, through the same redaction and the same parsers. */
class LiveAnswersTest {

  private static final Path CASES = Path.of("src/test/resources/cases/collect/live/aws");
  private static final Scope ACCOUNT = Scope.account("111122223333");
  private static final StaticCredentialsProvider NOBODY = StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));

  @TempDir Path folder;

  private static AwsAnswers answers(String region) {
    return new AwsAnswers(ACCOUNT, region, SnapshotId.IN_MEMORY, new Redaction(JoinKey.of(new byte[32])));
  }

  private Set<Resource> fromFile(String region, String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve("111122223333").resolve(region));
    Files.copy(CASES.resolve(name), place.resolve(name));
    return inventory(ForeignFiles.read(List.of(folder), ImportOptions.NONE, ImportProgress.SILENT).documents());
  }

  private static Set<Resource> inventory(List<Document> documents) {
    return new ParserRegistry(AwsParsers.ALL, List.of()).parse(documents).build().everything().collect(Collectors.toSet());
  }

  private static IamClient iam(URI endpoint) {
    return IamClient.builder().endpointOverride(endpoint).region(Region.AWS_GLOBAL).credentialsProvider(NOBODY)
        .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private static Ec2Client ec2(URI endpoint) {
    return Ec2Client.builder().endpointOverride(endpoint).region(Region.EU_WEST_1).credentialsProvider(NOBODY)
        .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  @Test
  void anAccountsAuthorizationDetailsComeOutAsFromTheFile() throws IOException {
    String first = Files.readString(CASES.resolve("authorization-details-1.xml"));
    String second = Files.readString(CASES.resolve("authorization-details-2.xml"));
    List<Document> live = new ArrayList<>();
    Operation operation = Operation.parse("iam:get-account-authorization-details");
    try (var service = new FakeService("text/xml", request -> request.body().contains("Marker=page2") ? second : first);
        IamClient iam = iam(service.uri())) {
      iam.getAccountAuthorizationDetailsPaginator().forEach(page -> live.add(answers("global").document(operation, "", page)));
      assertThat(service.requests()).hasSize(2).allSatisfy(request -> assertThat(request).contains("Action=GetAccountAuthorizationDetails"));
    }
    assertThat(inventory(live)).hasSizeGreaterThan(3).isEqualTo(fromFile("global", "get-account-authorization-details.json"));
  }

  @Test
  void instancesComeOutAsFromTheFile() throws IOException {
    String xml = Files.readString(CASES.resolve("instances.xml"));
    Document live;
    try (var service = new FakeService("text/xml", request -> xml); Ec2Client ec2 = ec2(service.uri())) {
      live = answers("eu-west-1").document(Operation.parse("ec2:describe-instances"), "", ec2.describeInstances());
    }
    assertThat(inventory(List.of(live))).isNotEmpty().isEqualTo(fromFile("eu-west-1", "describe-instances.json"));
  }

  @Test
  void everyFieldIsNamedAndWrittenAsTheCliDoes() throws IOException {
    String xml = Files.readString(CASES.resolve("instances.xml"));
    try (var service = new FakeService("text/xml", request -> xml); Ec2Client ec2 = ec2(service.uri())) {
      JsonNode live = SdkJson.of(ec2.describeInstances());
      assertThat(live).isEqualTo(new ObjectMapper().readTree(CASES.resolve("describe-instances.json").toFile()));
    }
  }

  @Test
  void aSecretInALiveAnswerIsHidden() throws IOException {
    String xml = """
        <DescribeInstanceAttributeResponse><instanceId>i-1</instanceId><userData><value>cGxhbnRlZC1saXZlLXh5enp5</value></userData>
        </DescribeInstanceAttributeResponse>""";
    try (var service = new FakeService("text/xml", request -> xml); Ec2Client ec2 = ec2(service.uri())) {
      Document document = answers("eu-west-1").document(Operation.parse("ec2:describe-instance-attribute"), "i-1",
          ec2.describeInstanceAttribute(ask -> ask.instanceId("i-1").attribute("userData")));
      assertThat(document.body().toString()).contains("$redacted").doesNotContain("cGxhbnRlZC1saXZlLXh5enp5");
    }
  }
}
