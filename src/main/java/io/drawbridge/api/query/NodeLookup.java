package io.drawbridge.api.query;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;

/** Finds the one node that a full or shortened id means. */
@FunctionalInterface
interface NodeLookup {

  /**
   * The id of the node that is meant.
   *
   * @throws io.drawbridge.cloud.DrawbridgeException when no node or several nodes fit
   */
  ResourceId find(Image image, String id);
}
