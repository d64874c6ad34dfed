package io.drawbridge.edge.federation;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What two accounts have in common, and how much that says for one person behind both, from 0 to 1.
 *
 * <p>The weights are ours: an id that a directory keeps of the other says nearly all, a name that several people may bear little. What agrees in
 * several ways is surer than in one: each leaves its share of the doubt, so that the score is 1 − the product of (1 − weight).
 */
enum Likeness {
  /** Identity Center keeps the object id of the Entra user. */
  EXTERNAL_ID(0.95, "external id", "/id"),
  /** A tag of the IAM user is the employee id. */
  EMPLOYEE_ID(0.9, "employee id", "/employeeId"),
  /** The user of AWS is called, or is tagged by an address that is, as the Entra user signs in. */
  SIGN_IN_NAME(0.9, "sign-in name", "/userPrincipalName"),
  /** The name, an address or a tag of the user of AWS is a mail address of the Entra user. */
  MAIL(0.8, "mail address", "/mail"),
  /** The IAM user is called as the account of the directory outside from which the Entra user is synchronised. */
  ACCOUNT_NAME(0.5, "account name", "/onPremisesSamAccountName"),
  /** The IAM user is called as what stands before the at sign, of two words at least: `ann` is many people, `ann.lee` is few. */
  LOCAL_NAME(0.4, "name before the at sign", "/userPrincipalName");

  private final double weight;
  private final String words;
  private final String entraPointer;

  Likeness(double weight, String words, String entraPointer) {
    this.weight = weight;
    this.words = words;
    this.entraPointer = entraPointer;
  }

  /** The chance that one person is behind both, by all that agrees. */
  static double score(Collection<Likeness> agreeing) {
    return 1 - agreeing.stream().distinct().mapToDouble(likeness -> 1 - likeness.weight).reduce(1, (left, right) -> left * right);
  }

  /** Each with its weight, for a reader. */
  static String weights() {
    return Arrays.stream(values()).map(likeness -> likeness.words + " " + likeness.weight).collect(Collectors.joining(", "));
  }

  String words() {
    return words;
  }

  /** Where the Entra user says it. */
  String entraPointer() {
    return entraPointer;
  }
}
