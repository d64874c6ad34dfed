package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Comparator;
import java.util.List;

/**
 * Who may call a web or function app, or a slot of one: the access restrictions of its configuration.
 *
 * @param publicDisabled when it answers at private endpoints only
 * @param defaultAllow what happens to whom no restriction names: without restrictions everybody is let in
 * @param restrictions in the order of their priority
 */
public record SiteAccess(Origin origin, ArmId id, ArmId site, boolean publicDisabled, boolean defaultAllow, List<Restriction> restrictions)
    implements Resource {

  public SiteAccess {
    restrictions = restrictions.stream().sorted(Comparator.comparingInt(Restriction::priority)).toList();
  }

  @Override
  public String name() {
    return site.name();
  }

  /**
   * One rule.
   *
   * @param source a block, several with commas between, a service tag, or {@code Any}; empty for a rule about a subnet
   * @param headers whether requests must also carry certain headers
   */
  public record Restriction(String name, int priority, boolean allow, String source, boolean headers, String pointer) {}
}
