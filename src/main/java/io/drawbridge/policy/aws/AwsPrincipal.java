package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId.Arn;

/** Who asks AWS. */
public sealed interface AwsPrincipal {

  /** A user, a role, a session ({@code arn:aws:sts::A:assumed-role/…}) or an account's root. */
  record Iam(Arn arn) implements AwsPrincipal {}

  /** An AWS service by host name: {@code ec2.amazonaws.com}. */
  record Service(String host) implements AwsPrincipal {}

  /** A holder of a token of an identity provider, by the provider's ARN or well-known host. */
  record Federated(String provider) implements AwsPrincipal {}

  /** A caller without credentials. */
  record Anonymous() implements AwsPrincipal {}
}
