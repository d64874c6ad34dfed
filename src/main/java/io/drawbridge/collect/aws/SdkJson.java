package io.drawbridge.collect.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Turns any answer of the AWS SDK into the JSON that the AWS CLI prints for it, so that live answers and files have one parser.
 *
 * <p>Names are those of the service's model, times are ISO 8601 with an offset, blobs are base64, and what the service did not send is
 * not there. Policy documents stay URL-encoded where the service sends them so; the parsers read both.
 *
 * <p><b>Not modelled:</b> documents of free form, event streams.
 */
public final class SdkJson {

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final DateTimeFormatter FRACTIONS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SdkJson() {}

  public static ObjectNode of(SdkPojo answer) {
    ObjectNode object = JSON.objectNode();
    for (SdkField<?> field : answer.sdkFields()) {
      Object value = field.getValueOrDefault(answer);
      if (isSent(value)) {
        object.set(field.memberName(), node(value));
      }
    }
    return object;
  }

  /** The SDK fills in empty lists where the service sent none. */
  private static boolean isSent(@Nullable Object value) {
    return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case SdkPojo pojo -> of(pojo);
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      case Instant time -> JSON.textNode((time.truncatedTo(ChronoUnit.SECONDS).equals(time) ? SECONDS : FRACTIONS).format(time.atOffset(ZoneOffset.UTC)));
      case SdkBytes bytes -> JSON.textNode(Base64.getEncoder().encodeToString(bytes.asByteArray()));
      case Boolean flag -> JSON.booleanNode(flag);
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case Short number -> JSON.numberNode(number);
      case Byte number -> JSON.numberNode(number);
      case Float number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      case BigDecimal number -> JSON.numberNode(number);
      default -> JSON.textNode(value.toString());
    };
  }

  private static ArrayNode list(List<?> values) {
    ArrayNode list = JSON.arrayNode();
    values.forEach(value -> list.add(value == null ? JSON.nullNode() : node(value)));
    return list;
  }

  private static ObjectNode map(Map<?, ?> values) {
    ObjectNode object = JSON.objectNode();
    Map<String, JsonNode> sorted = new TreeMap<>();
    values.forEach((key, value) -> sorted.put(String.valueOf(key), value == null ? JSON.nullNode() : node(value)));
    sorted.forEach(object::set);
    return object;
  }
}
