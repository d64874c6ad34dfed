package io.drawbridge.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.GithubId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:role/app/deploy",
        "arn:aws:s3:::bucket",
        "arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:prod/db-AbCdEf",
        "/subscriptions/0b7e/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv",
        "/",
        "entra://7f1c/9ee6",
        "awskey://AKIAEXAMPLE",
        "github://acme/shop",
        "github://acme/shop/ref/refs/heads/main",
        "github://acme/shop/environment/prod",
        "external://internet",
        "external://aws/111122223333",
        "external://issuer/sts.windows.net/7f1c/",
        "privilege://111122223333/AccountAdmin",
        "privilege:///subscriptions/0b7e/SubscriptionOwner",
        "set://read-secret/111122223333",
        "set://read-secret/111122223333/arn:aws:secretsmanager:*:*:secret:prod/*?except=00ff",
        "set://read-vault-secrets//subscriptions/0b7e/resourcegroups/rg?except=0123456789abcdef"
      })
  void everyIdIsReadAsItWasPrinted(String text) {
    assertThat(ResourceId.parse(text)).get().extracting(ResourceId::text).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "arn:aws:iam", "arn", "kv-checkout", "entra://7f1c", "github://acme", "http://x/y", "privilege://x"})
  void otherTextsAreNoIds(String text) {
    assertThat(ResourceId.parse(text)).isEmpty();
  }

  @Test
  void armAndEntraIdsAreComparedWithoutLetterCase() {
    assertThat(new ArmId("/Subscriptions/0B7E/resourceGroups/RG/")).isEqualTo(new ArmId("/subscriptions/0b7e/resourcegroups/rg"));
    assertThat(new EntraId("7F1C", "9EE6").text()).isEqualTo("entra://7f1c/9ee6");
  }

  @Test
  void arnsKeepTheirLetterCase() {
    assertThat(new Arn("arn:aws:iam::1:role/Deploy")).isNotEqualTo(new Arn("arn:aws:iam::1:role/deploy"));
  }

  @Test
  void aGroupIsNotWithinAnotherOfWhichItsNameOnlyBeginsWith() {
    var group = new ArmId("/subscriptions/s/resourceGroups/rg1");
    assertThat(new ArmId("/subscriptions/s/resourceGroups/rg10").isWithin(group)).isFalse();
    assertThat(new ArmId("/subscriptions/s/resourceGroups/rg1/providers/p/t/n").isWithin(group)).isTrue();
    assertThat(group.isWithin(new ArmId("/"))).isTrue();
    assertThat(group.isWithin(new ArmId("/subscriptions/other"))).isFalse();
  }

  @Test
  void anArnTellsItsParts() {
    var arn = new Arn("arn:aws:iam::111122223333:role/app/deploy");
    assertThat(arn.account()).isEqualTo("111122223333");
    assertThat(arn.resource()).isEqualTo("role/app/deploy");
    assertThat(arn.name()).isEqualTo("deploy");
    assertThatThrownBy(() -> new Arn("role/deploy")).hasMessageContaining("`role/deploy`");
  }

  @Test
  void aPartOfARepositoryKnowsTheWhole() {
    assertThat(new GithubId("acme", "shop", "pull_request").wholeRepository().text()).isEqualTo("github://acme/shop");
  }
}
