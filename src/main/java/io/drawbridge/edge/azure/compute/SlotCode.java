package io.drawbridge.edge.azure.compute;

import static io.drawbridge.graph.Likelihood.LIKELY;
import static io.drawbridge.graph.Likelihood.POSSIBLE;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.WebApp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ways to run code on a site by putting it into a slot and swapping the two.
 *
 * <p>A swap moves content and settings and leaves identities where they are, so what was a slot's code then runs as the site. A slot of a site is
 * itself no way to the site: somebody must be allowed to swap. Sources: App Service, "Set up staging environments" ("What happens during a
 * swap", "Which settings are swapped?"); REST, "Web Apps - Swap Slot", "Swap Slot With Production"; Azure permissions, Microsoft.Web. <b>Not
 * modelled:</b> slots that swap by themselves after a deployment, which their settings say in a field that is not collected; plans too small for
 * slots.
 */
public final class SlotCode {

  private static final String SITES = "Microsoft.Web/sites/";
  private static final String SLOTS = "Microsoft.Web/sites/slots/";
  private static final String SWAP = SLOTS + "slotsswap/action";
  private static final String SEPARATE = "let those who swap deploy to no slot";
  private static final List<String> TYPES = List.of("microsoft.web/sites", "microsoft.web/sites/slots");

  public static final List<Ways> TABLE =
      List.of(
          Ways.to("sites-by-their-slots", EdgeKind.CAN_RUN_CODE, TYPES, (estate, sink) -> swapped(estate, WebApp::id),
              way("slot-swap", "deploys to a slot and swaps it with the site", LIKELY, SLOTS + "publish/Action", SWAP),
              way("slot-swap-settings", "names a package of its own in a slot's settings and swaps it with the site", LIKELY, SLOTS + "config/write", SWAP),
              way("slot-swap-write", "updates a slot with a package of its own and swaps it with the site", LIKELY, SLOTS + "write", SWAP)),
          Ways.to("sites-that-swap", EdgeKind.CAN_RUN_CODE, TYPES, (estate, sink) -> swapped(estate, SlotCode::site),
              way("site-swap", "deploys to a slot and swaps the site with it", LIKELY, SLOTS + "publish/Action", SITES + "slotsswap/action")),
          Ways.to("sites-by-slots-of-own", EdgeKind.CAN_RUN_CODE, List.of("microsoft.web/sites"), Ways.each(WebApp.class, site -> !site.isSlot()),
              way("slot-of-own", "makes a slot with a package of its own and swaps it with the site", POSSIBLE, SLOTS + "write", SWAP)));

  private SlotCode() {}

  /** Sites with slots; each once for each place where the swap may be asked. */
  private static List<Target> swapped(Estate estate, Function<WebApp, ArmId> asked) {
    Set<ArmId> sites = estate.inventory().all(WebApp.class).stream().map(WebApp::id).collect(Collectors.toSet());
    Map<ArmId, Target> targets = new TreeMap<>();
    estate.inventory().all(WebApp.class).stream().filter(WebApp::isSlot).filter(slot -> sites.contains(site(slot))).forEach(slot ->
        targets.putIfAbsent(asked.apply(slot), Target.of(asked.apply(slot), site(slot), Observed.fact(slot, "/id", slot.name()))));
    return List.copyOf(targets.values());
  }

  private static ArmId site(WebApp slot) {
    return ArmTypes.above(slot.id(), "/slots/").orElse(slot.id());
  }

  private static Way way(String name, String title, Likelihood likelihood, String... actions) {
    return Way.by("azure-" + name, title, "T1648", SEPARATE, likelihood, actions);
  }
}
