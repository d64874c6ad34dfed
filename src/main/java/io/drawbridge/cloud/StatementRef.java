package io.drawbridge.cloud;

/**
 * Points at the statement, assignment or field that decided.
 *
 * @param pointer JSON pointer inside the document, relative to the resource's own item: {@code
 *     /AssumeRolePolicyDocument/Statement/0}
 * @param label the statement's Sid, the policy's name with the statement's index, or the assignment's id: for people
 * @param excerpt the statement itself as compact JSON, at most {@value #LONGEST_EXCERPT} characters; never a secret
 */
public record StatementRef(DocumentRef document, String pointer, String label, String excerpt) {

  public static final int LONGEST_EXCERPT = 600;

  public StatementRef {
    if (excerpt.length() > LONGEST_EXCERPT) {
      excerpt = excerpt.substring(0, LONGEST_EXCERPT - 1) + "…";
    }
  }
}
