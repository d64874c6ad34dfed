package io.drawbridge.store;

/** How far a load came. */
public enum SnapshotState {
  /** Its changes are being written down; nobody sees any of them. */
  STAGED,
  /** All changes are written down and are being carried out: a load that dies here is finished later. */
  APPLYING,
  /** The database holds it. */
  PUBLISHED
}
