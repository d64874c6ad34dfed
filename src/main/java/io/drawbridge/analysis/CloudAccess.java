package io.drawbridge.analysis;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.access.AwsAccess;
import io.drawbridge.edge.azure.access.AzureAccess;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a question about authorization to the cloud that it is about. */
public final class CloudAccess {

  private CloudAccess() {}

  /**
   * Who may do what.
   *
   * @param action {@code service:Operation} of AWS, or an action of Azure or its directory, or a permission of Microsoft Graph
   * @param dataAction whether an action of Azure is on data; where a role says so of the action it need not be said
   * @param owner the account that owns a resource of AWS whose ARN does not say it; or empty
   * @param stated condition keys and attributes that are settled
   */
  public record Question(String action, boolean dataAction, String resource, String owner, List<Assumption> stated) {
    public Question {
      stated = List.copyOf(stated);
    }
  }

  /**
   * Who may do it.
   *
   * @throws DrawbridgeException when the question fits no cloud, or nobody knows which account owns the resource
   */
  public static Access whoCan(Estate estate, Question question) {
    SortedMap<String, List<String>> stated = new TreeMap<>();
    question.stated().forEach(assumption -> stated.put(assumption.key(), assumption.values()));
    if (AzureAccess.speaksOf(question.action())) {
      return AzureAccess.whoCan(estate, new AzureAccess.Question(question.action(), question.dataAction(), question.resource(), stated));
    }
    return AwsAccess.whoCan(estate, new AwsAccess.Question(question.action(), question.resource(), question.owner(), stated));
  }

  /**
   * What a principal may do.
   *
   * @param principal an ARN, an {@code entra://} id, an object id, or a name that one principal only has
   * @throws DrawbridgeException when no principal is meant, or several are
   */
  public static Access whatCan(Estate estate, String principal) {
    boolean azure = AzureAccess.knows(estate, principal);
    boolean aws = !principal.startsWith("entra://") && (principal.startsWith("arn:") || AwsAccess.knows(estate, principal));
    if (azure && aws) {
      throw new DrawbridgeException(ErrorCode.AMBIGUOUS_ID, "`" + principal + "` names principals of AWS and of Entra ID: write its ARN or its entra:// id");
    }
    if (azure || aws) {
      return azure ? AzureAccess.whatCan(estate, principal) : AwsAccess.whatCan(estate, principal);
    }
    throw new DrawbridgeException(ErrorCode.UNKNOWN_ID,
        "`" + principal + "` is no principal of the accounts and tenants that were read: write its ARN, its entra:// id or its name");
  }
}
