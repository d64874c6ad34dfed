package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.azure.AzureParsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recorded answers of ARM and the official examples of ARM and Microsoft Graph parse, as they are. */
class AzureDocumentsTest {

  private static final String NO_IDS = "an item without the ids that name it is left out: read it with its ids";

  /** Collections of Graph by lower-cased name. */
  private static final Map<String, Operation> GRAPH =
      AzureParsers.ALL.stream().map(ResourceParser::operations).flatMap(List::stream).filter(operation -> operation.service().equals("graph"))
          .collect(Collectors.toMap(operation -> ResourceId.lowerCase(operation.name()), operation -> operation));

  @Test
  void recordedAnswersOfArmAreWhollyRead() throws IOException {
    List<Document> documents = new ArrayList<>();
    for (Path file : files("azure/arm")) {
      for (JsonNode item : ArmDocuments.items(Conformance.JSON.readTree(file.toFile()))) {
        ArmDocuments.of(item).ifPresent(documents::add);
      }
    }
    InventoryBuilder built = ArmDocuments.PARSERS.parse(documents);
    assertThat(built.malformed()).isEmpty();
    assertThat(documents).hasSizeGreaterThan(700);
    assertThat(built.build().everything().map(Object::getClass).distinct()).hasSizeGreaterThanOrEqualTo(18);
  }

  @Test
  void officialExamplesOfArmAreWhollyRead() throws IOException {
    List<Document> documents = new ArrayList<>();
    for (Path file : files("azure/arm-official")) {
      for (JsonNode item : ArmDocuments.items(Conformance.JSON.readTree(file.toFile()))) {
        documents.add(ArmDocuments.of(item).orElseThrow());
      }
    }
    assertThat(ArmDocuments.PARSERS.parse(documents).malformed()).isEmpty();
  }

  @Test
  void officialExamplesOfGraphLackNothingButIds() throws IOException {
    List<Document> documents = new ArrayList<>();
    for (Path file : files("azure/graph")) {
      List<JsonNode> items = ArmDocuments.items(Conformance.JSON.readTree(file.toFile()));
      operation(file).ifPresent(operation -> documents.add(ArmDocuments.of(operation, "9e9e9e9e-0000-4000-8000-000000000009", items)));
    }
    InventoryBuilder built = ArmDocuments.PARSERS.parse(documents);
    assertThat(built.malformed()).extracting(CoverageGap::message).containsOnly(NO_IDS);
    assertThat(documents).hasSizeGreaterThan(70);
    assertThat(built.build().everything().count()).isGreaterThan(60);
  }

  /** The examples are named {@code <object>-list-<child>-<n>.json} or {@code <object>-get-<n>.json}. */
  private static Optional<Operation> operation(Path file) {
    String folder = ResourceId.lowerCase(file.getParent().getFileName().toString()).replace("-beta", "");
    String name = file.getFileName().toString().replaceAll("-\\d+\\.json$", "");
    String child = name.matches("[a-z]+-list-.+") ? "-" + name.replaceFirst("[a-z]+-list-", "") : "";
    String collection = switch (folder) {
      case "rolemanagement", "rolemanagement-pim" -> name.contains("roledefinition") ? "roledefinitions"
          : name.contains("eligibility") ? "roleeligibilityscheduleinstances" : "roleassignments";
      case "conditionalaccess" -> "conditionalaccess-policies";
      case "approleassignments" -> name.replaceFirst("-list.*", "") + "s-approleassignments";
      default -> folder + (GRAPH.containsKey(folder + child) ? child : child.isEmpty() ? "" : "-unread");
    };
    return Optional.ofNullable(GRAPH.get(collection));
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Conformance.path(folder))) {
      return files.filter(file -> file.toString().endsWith(".json") && !file.getFileName().toString().startsWith("_")
          && !file.getFileName().toString().contains("expected")).sorted().toList();
    }
  }
}
