package io.drawbridge.inventory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;

/** Anything of an estate that has an id: a record named as the provider names it. */
public interface Resource {

  Origin origin();

  ResourceId id();

  /** What people call it. */
  String name();

  default Scope scope() {
    return origin().scope();
  }
}
