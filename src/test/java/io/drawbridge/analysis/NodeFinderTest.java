package io.drawbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeFinderTest {

  private static final String ACCOUNT = "111122223333";
  private static final String OTHER = "444455556666";
  private static final Arn ROLE = Arn.of("iam", "", ACCOUNT, "role/app/deploy");
  private static final Arn SAME_ROLE_ELSEWHERE = Arn.of("iam", "", OTHER, "role/deploy");
  private static final Arn USER = Arn.of("iam", "", ACCOUNT, "user/lena.brandt");
  private static final Arn REDEPLOY = Arn.of("iam", "", ACCOUNT, "role/redeploy");
  private static final Arn FUNCTION = Arn.of("lambda", "eu-west-1", ACCOUNT, "function:checkout");
  private static final ArmId VAULT = new ArmId("/subscriptions/s1/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/Pay");
  private static final EntraId PERSON = new EntraId("t1", "0f3a");
  private static final CapabilitySetId SET = new CapabilitySetId("s3:GetObject", ACCOUNT, "");

  private static final Image IMAGE = Images.of(Graph.of(List.of(
      Node.of(ROLE, NodeKind.IAM_ROLE, "deploy", Scope.account(ACCOUNT)),
      Node.of(SAME_ROLE_ELSEWHERE, NodeKind.IAM_ROLE, "deploy", Scope.account(OTHER)),
      Node.of(USER, NodeKind.IAM_USER, "lena.brandt", Scope.account(ACCOUNT)),
      Node.of(REDEPLOY, NodeKind.IAM_ROLE, "redeploy", Scope.account(ACCOUNT)),
      Node.of(FUNCTION, NodeKind.LAMBDA_FUNCTION, "checkout", Scope.account(ACCOUNT)),
      Node.of(VAULT, NodeKind.KEY_VAULT, "Pay", Scope.subscription("s1")),
      Node.of(PERSON, NodeKind.ENTRA_USER, "Lena Brandt", Scope.tenant("t1")),
      Node.of(SET, NodeKind.AWS_CAPABILITY_SET, "set", Scope.account(ACCOUNT))), List.of()));

  @Test
  void anExactIdWinsAlsoInAnotherLetterCaseWhereTheProviderIgnoresIt() {
    assertThat(NodeFinder.find(IMAGE, ROLE.text())).isEqualTo(ROLE);
    assertThat(NodeFinder.find(IMAGE, " " + ROLE.text() + "\n")).isEqualTo(ROLE);
    assertThat(NodeFinder.find(IMAGE, VAULT.text().toUpperCase(java.util.Locale.ROOT))).isEqualTo(VAULT);
    assertThat(NodeFinder.find(IMAGE, SET.text())).isEqualTo(SET);
  }

  @Test
  void anExactNameWinsOverTheEndOfAnId() {
    assertThat(NodeFinder.find(IMAGE, "Lena Brandt")).isEqualTo(PERSON);
    assertThat(NodeFinder.find(IMAGE, "Pay")).isEqualTo(VAULT);
  }

  @Test
  void theEndOfAnIdStartsAfterASlashOrAColon() {
    assertThat(NodeFinder.find(IMAGE, "role/deploy")).isEqualTo(SAME_ROLE_ELSEWHERE);
    assertThat(NodeFinder.find(IMAGE, "app/deploy")).isEqualTo(ROLE);
    assertThat(NodeFinder.find(IMAGE, "function:checkout")).isEqualTo(FUNCTION);
    assertThat(NodeFinder.find(IMAGE, "Vaults/PAY")).isEqualTo(VAULT);
    assertThat(NodeFinder.find(IMAGE, "0f3a")).isEqualTo(PERSON);
    refuses("eploy", ErrorCode.UNKNOWN_ID);
    refuses(ACCOUNT, ErrorCode.UNKNOWN_ID);
  }

  @Test
  void anAmbiguousNameListsWhatItFits() {
    assertThat(refuses("deploy", ErrorCode.AMBIGUOUS_ID)).contains(ROLE.text(), SAME_ROLE_ELSEWHERE.text(), "2 nodes").doesNotContain("redeploy");
  }

  @Test
  void aLongListOfCandidatesIsCut() {
    List<Node> nodes = new ArrayList<>();
    IntStream.range(0, 30).forEach(i ->
        nodes.add(Node.of(Arn.of("iam", "", ACCOUNT, "role/p" + i + "/same"), NodeKind.IAM_ROLE, "same", Scope.account(ACCOUNT))));
    Image image = Images.of(Graph.of(nodes, List.of()));
    assertThatExceptionOfType(DrawbridgeException.class).isThrownBy(() -> NodeFinder.find(image, "same"))
        .satisfies(refused -> assertThat(refused.message()).contains("30 nodes", "and 20 more"));
  }

  @Test
  void anUnknownTextNamesWhatIsNear() {
    assertThat(refuses("lena.brant", ErrorCode.UNKNOWN_ID)).contains(USER.text());
    assertThat(refuses("checkou", ErrorCode.UNKNOWN_ID)).contains(FUNCTION.text()).doesNotContain(ROLE.text());
    assertThat(refuses("nothing like it", ErrorCode.UNKNOWN_ID)).doesNotContain("did you mean");
  }

  @Test
  void anEmptyTextIsAMistakeOfUse() {
    refuses("  ", ErrorCode.USAGE);
  }

  private static String refuses(String text, ErrorCode code) {
    try {
      ResourceId found = NodeFinder.find(IMAGE, text);
      throw new AssertionError("`" + text + "` was taken for " + found);
    } catch (DrawbridgeException refused) {
      assertThat(refused.code()).isEqualTo(code);
      return refused.message();
    }
  }
}
