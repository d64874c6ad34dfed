package io.drawbridge.graph;

/**
 * A way in which control passes along an edge, as the field knows it; an edge carries its id.
 *
 * @param id of the catalogue that names it ({@code iam-005} of pathfinding.cloud), or one of ours
 * @param title what the attacker does, as a verb phrase
 * @param attackId the MITRE ATT&CK technique, or empty where none applies
 * @param remediation what takes the way from an attacker, as an imperative sentence without a full stop
 */
public record Technique(String id, String title, String attackId, String remediation) {

  public Technique {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a technique has an id and a title");
    }
  }
}
