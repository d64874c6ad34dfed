package io.drawbridge.graph;

/**
 * Why a node is where attackers start or what must not fall.
 *
 * @param reason one line for people
 */
public record Mark(Role role, String reason) implements Comparable<Mark> {

  /** The two ends of the default question. */
  public enum Role {
    ENTRY_POINT,
    CROWN_JEWEL
  }

  @Override
  public int compareTo(Mark other) {
    int byRole = role.compareTo(other.role);
    return byRole != 0 ? byRole : reason.compareTo(other.reason);
  }
}
