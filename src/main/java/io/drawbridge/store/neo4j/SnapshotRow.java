package io.drawbridge.store.neo4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.store.SnapshotState;
import io.drawbridge.store.SnapshotSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/**
 * A load as a {@code Snapshot} node.
 *
 * @param completeness of the graph that was loaded, so that an image can be made from the database alone
 */
record SnapshotRow(SnapshotSummary summary, Completeness completeness) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Map<String, Object> parameters() {
    Map<String, Object> row = new HashMap<>();
    row.put("id", summary.id().value());
    row.put("graphHash", summary.graphHash());
    row.put("created", summary.created().toString());
    row.put("nodes", summary.nodes());
    row.put("edges", summary.edges());
    row.put("changes", summary.changes());
    row.put("percent", summary.percent());
    row.put("completeness", gaps());
    return row;
  }

  static SnapshotRow read(Value row) {
    var summary = new SnapshotSummary(
        new SnapshotId(row.get("id").asString()),
        SnapshotState.valueOf(row.get("state").asString()),
        row.get("graphHash").asString(),
        Instant.parse(row.get("created").asString()),
        row.get("nodes").asLong(),
        row.get("edges").asLong(),
        row.get("changes").asLong(),
        row.get("percent").asInt());
    return new SnapshotRow(summary, new Completeness(summary.percent(), gaps(row.get("completeness").asString())));
  }

  private String gaps() {
    ArrayNode gaps = JSON.createArrayNode();
    for (CoverageGap gap : completeness.gaps()) {
      gaps.addArray()
          .add(gap.scope().cloud().name())
          .add(gap.scope().id())
          .add(gap.region())
          .add(gap.operation())
          .add(gap.resource())
          .add(gap.status())
          .add(gap.message())
          .add(gap.age());
    }
    return gaps.toString();
  }

  private static List<CoverageGap> gaps(String json) {
    List<CoverageGap> gaps = new ArrayList<>();
    try {
      for (JsonNode gap : JSON.readTree(json)) {
        var scope = new Scope(Cloud.valueOf(gap.path(0).asText()), gap.path(1).asText());
        gaps.add(new CoverageGap(
            scope, gap.path(2).asText(), gap.path(3).asText(), gap.path(4).asText(), gap.path(5).asText(), gap.path(6).asText(), gap.path(7).asText()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the stored completeness is damaged", e);
    }
    return gaps;
  }
}
