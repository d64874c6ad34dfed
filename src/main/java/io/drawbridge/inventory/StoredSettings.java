package io.drawbridge.inventory;

import io.drawbridge.cloud.ResourceId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names and values that a piece of compute is set up with: of the values, only what is public by nature is kept.
 *
 * @param id of the settings, where they are a resource of their own; else of what has them
 * @param holder whose code has them
 * @param pointer to them in the answer
 * @param names of values that stand here themselves; not of those that say where another store keeps them
 * @param ids that the values have: ids of access keys and of applications
 * @param keyId of the key of KMS that encrypts them, or empty
 */
public record StoredSettings(
    Origin origin, ResourceId id, ResourceId holder, String pointer, SortedSet<String> names, SortedSet<String> ids, String keyId) implements Resource {

  public StoredSettings {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
  }

  /** What ends the id of a value that only refers to a secret of a vault: its name stands before it. */
  public static final String REFERENCE = "@Microsoft.KeyVault";

  /** Settings of which a redacted object has told names and ids. */
  public static StoredSettings of(Origin origin, ResourceId id, ResourceId holder, String pointer, Set<String> names, Set<String> ids, String keyId) {
    SortedSet<String> own = new TreeSet<>(names);
    ids.stream().filter(each -> each.endsWith(REFERENCE)).forEach(each -> own.remove(each.substring(0, each.length() - REFERENCE.length())));
    return new StoredSettings(origin, id, holder, pointer, own, new TreeSet<>(ids), keyId);
  }

  @Override
  public String name() {
    return id.text();
  }
}
