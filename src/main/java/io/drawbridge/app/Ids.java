package io.drawbridge.app;

import io.drawbridge.analysis.NodeFinder;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import java.util.Collection;
import java.util.List;

/** Turns the ids of options, whole or shortened, into those of nodes. */
final class Ids {

  private Ids() {}

  static List<ResourceId> find(Image image, Collection<String> texts) {
    return texts.stream().map(text -> NodeFinder.find(image, text)).toList();
  }
}
