package io.drawbridge.edge.azure.data;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.edge.azure.Ways.Targets;
import io.drawbridge.inventory.azure.KeyedService;
import io.drawbridge.inventory.azure.ServiceNetworkRules;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * From where services answer: most say it themselves, namespaces of Service Bus and Event Hubs in a resource of their own.
 *
 * <p>Sources: Service Bus and Event Hubs, "Allow access from specific IP addresses or ranges", REST "Namespaces - Get Network Rule Set".
 * <b>Not modelled:</b> rules that were never listed, without which a namespace counts as open; trusted services of Microsoft.
 */
final class ServiceNetworks {

  private final Map<ArmId, ServiceNetworkRules> rules = new HashMap<>();

  private ServiceNetworks(Estate estate) {
    estate.inventory().all(ServiceNetworkRules.class).stream().filter(each -> each.network().restricted()).forEach(each -> rules.put(each.service(), each));
  }

  /** Services that fit, each behind whatever keeps networks from it. */
  static Targets behind(Predicate<KeyedService> fits) {
    return (estate, sink) -> {
      ServiceNetworks networks = of(estate);
      return estate.inventory().all(KeyedService.class).stream().filter(fits).map(networks::target).toList();
    };
  }

  /** Services that fit, whose own network rules aside, each behind what stands in a resource of its own. */
  static Targets behindRules(Predicate<KeyedService> fits) {
    return (estate, sink) -> {
      ServiceNetworks networks = of(estate);
      return estate.inventory().all(KeyedService.class).stream().filter(fits).map(service -> networks.behindRules(service, Ways.itself(service))).toList();
    };
  }

  /** Services that fit and whose network rules stand in a resource of their own. */
  static Targets closedByRules(Predicate<KeyedService> fits) {
    return (estate, sink) -> {
      ServiceNetworks networks = of(estate);
      return Ways.each(KeyedService.class, fits.and(service -> networks.rules.containsKey(service.id()))).of(estate, sink);
    };
  }

  private static ServiceNetworks of(Estate estate) {
    return estate.view(ServiceNetworks.class, ServiceNetworks::new);
  }

  private Target target(KeyedService service) {
    return service.network().restricted() ? Ways.itself(service).behind(service, service.network()) : behindRules(service, Ways.itself(service));
  }

  private Target behindRules(KeyedService service, Target target) {
    ServiceNetworkRules own = rules.get(service.id());
    return own == null ? target : target.behind(own, own.network());
  }
}
