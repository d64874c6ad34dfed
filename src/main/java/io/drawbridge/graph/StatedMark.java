package io.drawbridge.graph;

/**
 * What a person says of a node: that attackers start there or that it must not fall, or that it is not so, whatever rules derive.
 *
 * @param id of the node
 * @param statement what they say
 * @param owner who answers for it
 * @param reason one line for people
 * @param place where it was said, for messages: a file and its line, or {@code the journal}
 */
public record StatedMark(String id, Statement statement, String owner, String reason, String place) {

  /** The four things to say. */
  public enum Statement {
    ENTRY_POINT(Mark.Role.ENTRY_POINT, true, "attackers start there"),
    CROWN_JEWEL(Mark.Role.CROWN_JEWEL, true, "it must not fall"),
    NOT_ENTRY_POINT(Mark.Role.ENTRY_POINT, false, "attackers do not start there, whatever rules say"),
    NOT_CROWN_JEWEL(Mark.Role.CROWN_JEWEL, false, "it is not precious, whatever rules say");

    private final Mark.Role role;
    private final boolean on;
    private final String meaning;

    Statement(Mark.Role role, boolean on, String meaning) {
      this.role = role;
      this.on = on;
      this.meaning = meaning;
    }

    public String meaning() {
      return meaning;
    }
  }

  public Mark.Role role() {
    return statement.role;
  }

  /** The node as the statement makes it: what is switched off stays as a fact that says who did it and why. */
  Node on(Node node) {
    if (statement.on) {
      return node.without(fact()).withMark(role(), reason + " (stated by " + owner + ")");
    }
    String derived = String.join("; ", node.marks().stream().filter(mark -> mark.role() == role()).map(Mark::reason).toList());
    return node.is(role()) ? node.withoutMarks(role()).withFact(fact(), derived + "; switched off by " + owner + ": " + reason) : node;
  }

  private String fact() {
    return switch (role()) {
      case ENTRY_POINT -> "entryPointOff";
      case CROWN_JEWEL -> "crownJewelOff";
    };
  }
}
