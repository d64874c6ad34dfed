package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts resources of types without a parser of their own, and notes the identities that they carry. */
final class OtherParser {

  static final ItemParser INSTANCE = new ItemParser(List.of(), item -> Carried.with(item, read(item)));

  private static final Pattern PROVIDER = Pattern.compile(".*/providers/([^/]+)/(.+)", Pattern.DOTALL);

  private OtherParser() {}

  /** The resource as one that is counted; none for an item without an id. */
  static List<OtherAzureResource> read(Item item) {
    return item.arm().map(id -> new OtherAzureResource(item.origin(id), id, type(item, id), item.nameOr(id))).stream().toList();
  }

  private static String type(Item item, ArmId id) {
    String stated = ResourceId.lowerCase(item.text("type"));
    return stated.contains("/") ? stated : ofId(id);
  }

  /** The type that an id names: the provider, and every other segment after it. */
  static String ofId(ArmId id) {
    Matcher provider = PROVIDER.matcher(id.text());
    if (!provider.matches()) {
      return id.resourceGroup().isPresent() ? "microsoft.resources/resourcegroups" : "microsoft.resources/subscriptions";
    }
    var type = new StringBuilder(provider.group(1));
    String[] segments = provider.group(2).split("/", -1);
    for (int i = 0; i < segments.length; i += 2) {
      type.append('/').append(segments[i]);
    }
    return type.toString();
  }
}
