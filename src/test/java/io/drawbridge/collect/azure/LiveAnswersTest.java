package io.drawbridge.collect.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientProvider;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.storage.StorageManager;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.FakeService;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.JoinKey;
import io.drawbridge.collect.Redaction;
import io.drawbridge.collect.foreign.ForeignFiles;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AzureParsers;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** The SDK's client asks, the bodies are taken as they come, and the inventory is the file's. */
class LiveAnswersTest {

  private static final Path CASES = Path.of("src/test/resources/cases/collect/live/azure");
  private static final String TENANT = "8f1f2d0e-5d0c-4b4e-9c55-2a3f5a0c1d11";
  private static final String SUBSCRIPTION = "0a1b2c3d-0000-4000-8000-00000000000a";

  @TempDir Path folder;

  /** Sends to the fake service what is meant for Azure: after the token was added, which the SDK does over https only. */
  private static HttpPipelinePolicy to(URI fake) {
    return (context, next) -> {
      URL meant = context.getHttpRequest().getUrl();
      context.getHttpRequest().setUrl(fake + meant.getFile());
      return next.process();
    };
  }

  private static StorageManager storage(URI fake, BodyCapture capture) {
    HttpPipeline pipeline = new HttpPipelineBuilder()
        .policies(
            new BearerTokenAuthenticationPolicy(request -> Mono.just(new AccessToken("token", OffsetDateTime.MAX)), "https://management.azure.com/.default"),
            capture, to(fake))
        .httpClient(new JdkHttpClientProvider().createInstance())
        .build();
    return StorageManager.authenticate(pipeline, new AzureProfile(TENANT, SUBSCRIPTION, AzureEnvironment.AZURE));
  }

  private static Set<Resource> inventory(List<Document> documents) {
    return new ParserRegistry(AzureParsers.ALL, AzureParsers.FALLBACKS).parse(documents).build().everything().collect(Collectors.toSet());
  }

  @Test
  void storageAccountsComeOutAsFromTheFile() throws IOException {
    String first = Files.readString(CASES.resolve("storageAccounts-page1.json"));
    String second = Files.readString(CASES.resolve("storageAccounts-page2.json"));
    BodyCapture capture = new BodyCapture();
    try (var service = new FakeService("application/json", request -> request.target().contains("page=2") ? second : first)) {
      assertThat(storage(service.uri(), capture).storageAccounts().list().stream().count()).isEqualTo(2);
      assertThat(service.requests()).hasSize(2)
          .allSatisfy(request -> assertThat(request).contains("/subscriptions/" + SUBSCRIPTION + "/providers/Microsoft.Storage/storageAccounts"));
    }
    Document live = new ArmAnswers(Scope.subscription(SUBSCRIPTION), SnapshotId.IN_MEMORY, new Redaction(JoinKey.of(new byte[32])))
        .document("microsoft.storage/storageaccounts", capture.bodies());
    Files.copy(CASES.resolve("storageAccounts-page1.json"), folder.resolve("page1.json"));
    Files.copy(CASES.resolve("storageAccounts-page2.json"), folder.resolve("page2.json"));
    List<Document> files = ForeignFiles.read(List.of(folder), ImportOptions.NONE, ImportProgress.SILENT).documents();
    assertThat(inventory(List.of(live))).hasSize(2).isEqualTo(inventory(files));
    assertThat(live.body().toString()).contains("aFieldThatNoModelKnows");
  }
}
