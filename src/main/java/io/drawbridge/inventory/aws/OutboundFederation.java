package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** The issuer of AWS-issued web identity tokens of an account. */
public record OutboundFederation(Origin origin, Arn id, String issuer, boolean enabled) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
