package io.drawbridge.policy.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.policy.ReferenceLines;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A few policies that AWS itself manages, for estates whose policies were not collected; a document that was collected wins.
 *
 * <p>Source: AWS Managed Policy Reference, at the versions that the file names. <b>Not modelled:</b> all others, and other partitions:
 * an unknown ARN is a gap, since what it grants is not known.
 */
public final class ReferencePolicies {

  private static final String FILE = "aws-managed-policies.json";

  private ReferencePolicies() {}

  public static Optional<NamedPolicy> find(String arn) {
    return Optional.ofNullable(Loaded.BY_ARN.get(arn));
  }

  /** By ARN. */
  public static Map<String, NamedPolicy> all() {
    return Loaded.BY_ARN;
  }

  /** Loads with the first question. */
  private static final class Loaded {
    private static final Map<String, NamedPolicy> BY_ARN = read();
  }

  private static Map<String, NamedPolicy> read() {
    Map<String, NamedPolicy> policies = new LinkedHashMap<>();
    try {
      JsonNode file = new ObjectMapper().readTree(ReferenceLines.text(FILE));
      file.path("policies").properties().forEach(entry -> policies.put(entry.getKey(), policy(entry.getKey(), entry.getValue().path("document"))));
    } catch (JsonProcessingException e) {
      throw new DrawbridgeException(ErrorCode.INTERNAL, "the reference data `" + FILE + "` is malformed: build the program again", e);
    }
    return Collections.unmodifiableMap(policies);
  }

  private static NamedPolicy policy(String arn, JsonNode document) {
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    return switch (PolicyParser.parse(document, new DocumentRef(arn, "reference:aws-managed-policies"), "/document", name)) {
      case PolicyParser.Parsed.Policy policy -> new NamedPolicy(name, policy.document());
      case PolicyParser.Parsed.Malformed malformed -> throw new DrawbridgeException(
          ErrorCode.INTERNAL, "the reference data `" + FILE + "` has a malformed policy `" + arn + "`: build the program again");
    };
  }
}
