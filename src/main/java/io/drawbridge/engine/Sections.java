package io.drawbridge.engine;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;

/** The parts of one image, wherever they lie; every section is there. */
final class Sections {

  private final Map<Section, MemorySegment> segments;

  Sections(Map<Section, MemorySegment> segments) {
    this.segments = new EnumMap<>(segments);
    for (Section section : Section.values()) {
      if (!segments.containsKey(section)) {
        throw new IllegalArgumentException("an image has all its sections: " + section + " is missing");
      }
    }
  }

  MemorySegment bytes(Section section) {
    MemorySegment segment = segments.get(section);
    if (segment == null) {
      throw new IllegalStateException(section + " was there when the image was made");
    }
    return segment;
  }

  Ints ints(Section section) {
    return new Ints(bytes(section));
  }
}
