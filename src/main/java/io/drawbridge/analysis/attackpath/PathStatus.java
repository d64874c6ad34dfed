package io.drawbridge.analysis.attackpath;

/** What the absence or presence of paths means. */
public enum PathStatus {
  /** At least one path. */
  PATHS,
  /** No path, and no gap lies in a scope that the question could pass through. */
  NONE,
  /** No path in what was read, but something that could hold one was not read. */
  NONE_KNOWN
}
