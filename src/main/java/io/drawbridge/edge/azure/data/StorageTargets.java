package io.drawbridge.edge.azure.data;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.azure.Denials;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.BlobContainer;
import io.drawbridge.inventory.azure.MachineLearningWorkspace;
import io.drawbridge.inventory.azure.OtherAzureResource;
import io.drawbridge.inventory.azure.StorageAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What roles on data, roles with conditions, and keys of an account gain: accounts, the containers that answer for themselves, and file
 * shares, queues and tables, which roles on blobs do not open.
 *
 * <p>Blobs are asked for inside the account, never at it ({@link StoreScopes}).
 */
final class StorageTargets {

  /** Types that lie in an account beside its containers. */
  static final String SHARES = "microsoft.storage/storageaccounts/fileservices/shares";
  static final String QUEUES = "microsoft.storage/storageaccounts/queueservices/queues";
  static final String TABLES = "microsoft.storage/storageaccounts/tableservices/tables";
  static final Set<String> SERVICES = Set.of(SHARES, QUEUES, TABLES);

  private final List<StorageAccount> accounts;
  private final Map<ArmId, StorageAccount> byId = new HashMap<>();
  private final Denials denials;
  private final List<BlobContainer> alone = new ArrayList<>();
  private final List<BlobContainer> covered = new ArrayList<>();
  private final Map<String, List<OtherAzureResource>> services = new HashMap<>();

  private StorageTargets(Estate estate) {
    accounts = estate.inventory().all(StorageAccount.class);
    accounts.forEach(account -> byId.put(account.id(), account));
    denials = new Denials(estate, List.of(StorageRead.READ), true);
    estate.inventory().all(BlobContainer.class).stream().filter(container -> byId.containsKey(container.account()))
        .forEach(container -> (denials.tellApart(StoreScopes.inside(container.account()), container.id()) ? alone : covered).add(container));
    estate.inventory().all(OtherAzureResource.class).stream().filter(other -> SERVICES.contains(other.type()) && account(other).isPresent())
        .forEach(other -> services.computeIfAbsent(other.type(), none -> new ArrayList<>()).add(other));
  }

  static StorageTargets of(Estate estate) {
    return estate.view(StorageTargets.class, StorageTargets::new);
  }

  /** Containers that whoever reads their account reads. */
  List<BlobContainer> covered() {
    return covered;
  }

  /** What a role on data gains. */
  List<Target> data() {
    List<Target> targets = new ArrayList<>();
    covered.forEach(container -> targets.add(container(container).coveredBy(container.account())));
    alone.forEach(container -> targets.add(container(container)));
    accounts.forEach(account -> targets.add(contents(account)));
    return targets;
  }

  /** The containers of some accounts, asked at each. */
  List<Target> containers(Predicate<StorageAccount> fits) {
    return Stream.of(covered, alone).flatMap(List::stream).filter(container -> fits.test(account(container))).map(this::container).toList();
  }

  /** What a role with a condition gains: usually it asks for the container. */
  List<Target> conditioned() {
    List<Target> targets = new ArrayList<>();
    Set<ArmId> withContainers = new HashSet<>();
    for (List<BlobContainer> containers : List.of(covered, alone)) {
      containers.forEach(container -> {
        withContainers.add(container.account());
        targets.add(container(container).known(StorageRead.CONTAINER_NAME, container.name()));
      });
    }
    accounts.stream().filter(account -> !withContainers.contains(account.id()))
        .forEach(account -> targets.add(contents(account)));
    return targets;
  }

  /** What a role on the data of a service gains; a role on one share names it by another path than its id. */
  List<Target> service(String type) {
    List<Target> targets = new ArrayList<>();
    for (OtherAzureResource service : services.getOrDefault(type, List.of())) {
      var scope = new ArmId(service.id().text().replace("/fileservices/default/shares/", "/fileservices/default/fileshares/"));
      account(service).ifPresent(account -> targets.add(
          Target.of(scope, service.id(), Observed.fact(service, "/id", service.name())).behind(account, account.network())));
    }
    return targets;
  }

  /** What opens with the account: itself, containers of their own answer, shares, queues and tables, asked at the account. */
  List<Target> whole(Predicate<StorageAccount> fits, boolean behindNetwork) {
    List<Target> targets = blobs(fits, behindNetwork);
    services.values().forEach(all -> all.forEach(service ->
        account(service).ifPresent(account -> inside(service, account, fits, behindNetwork, targets))));
    return targets;
  }

  /** What opens with the keys that workspaces of machine learning hold, asked at the workspace. */
  List<Target> ofWorkspaces(Estate estate) {
    Map<ArmId, List<ArmId>> holders = new HashMap<>();
    estate.inventory().all(MachineLearningWorkspace.class).stream().filter(MachineLearningWorkspace::keys).forEach(workspace ->
        workspace.storage().ifPresent(account -> holders.computeIfAbsent(account, none -> new ArrayList<>()).add(workspace.id())));
    return whole(account -> account.sharedKeyAccess() && holders.containsKey(account.id()), true).stream()
        .flatMap(target -> holders.getOrDefault(target.scope(), List.of()).stream().map(target::askedAt)).toList();
  }

  /** What opens with the account's blobs, asked at the account. */
  List<Target> blobs(Predicate<StorageAccount> fits, boolean behindNetwork) {
    List<Target> targets = new ArrayList<>();
    for (StorageAccount account : accounts) {
      if (fits.test(account)) {
        targets.add(behindNetwork ? account(account).behind(account, account.network()) : account(account));
      }
    }
    alone.forEach(container -> inside(container, account(container), fits, behindNetwork, targets));
    return targets;
  }

  private static void inside(Resource inside, StorageAccount account, Predicate<StorageAccount> fits, boolean behindNetwork, List<Target> targets) {
    if (fits.test(account)) {
      Target target = Target.of(account.id(), inside.id(), Observed.fact(inside, "/id", inside.name()));
      targets.add(behindNetwork ? target.behind(account, account.network()) : target);
    }
  }

  private Optional<StorageAccount> account(OtherAzureResource service) {
    return Stream.of("/fileservices/", "/queueservices/", "/tableservices/").flatMap(part -> ArmTypes.above(service.id(), part).stream())
        .findFirst().map(byId::get);
  }

  private StorageAccount account(BlobContainer container) {
    return Objects.requireNonNull(byId.get(container.account()));
  }

  private Target container(BlobContainer container) {
    StorageAccount account = account(container);
    return Target.of(container.id(), container.id(), Observed.fact(container, "/id", container.name())).behind(account, account.network());
  }

  private static Target contents(StorageAccount account) {
    return account(account).askedAt(StoreScopes.inside(account.id())).behind(account, account.network());
  }

  private static Target account(StorageAccount account) {
    return Target.of(account.id(), account.id(), Observed.fact(account, "/properties/allowSharedKeyAccess", "" + account.sharedKeyAccess()));
  }
}
