package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An answer saved together with its request: {@code {"request":{"service","operation","parameters"},"response":{…}}}. */
record Wrapper(String service, String operation, Map<String, String> parameters, JsonNode response) {

  /** Parameters that say where or how to ask, and not about which resource; lower-cased, without hyphens. */
  private static final Set<String> NOT_A_SUBJECT =
      Set.of("instancearn", "identitystoreid", "maxresults", "maxitems", "pagesize", "nexttoken", "startingtoken", "marker", "region", "filter",
          "policyname", "attributenames", "includeprivate", "qualifier", "childtype", "attribute", "accountid", "scope", "onlyattached", "limit");

  static boolean isOne(JsonNode body) {
    return body.path("request").path("operation").isTextual() && body.path("request").path("service").isTextual() && body.has("response");
  }

  static Wrapper of(JsonNode body) {
    JsonNode request = body.path("request");
    return new Wrapper(ResourceId.lowerCase(request.path("service").asText()), request.path("operation").asText(),
        Recogniser.parameters(request.path("parameters")), body.path("response"));
  }

  /** The resource that the request was about: its only parameter that names one; several are joined by a slash. */
  Optional<String> subject() {
    List<String> naming = parameters.entrySet().stream()
        .filter(parameter -> !NOT_A_SUBJECT.contains(ResourceId.lowerCase(parameter.getKey()).replace("-", "")))
        .map(Map.Entry::getValue)
        .toList();
    return naming.isEmpty() ? Optional.empty() : Optional.of(String.join("/", naming));
  }
}
