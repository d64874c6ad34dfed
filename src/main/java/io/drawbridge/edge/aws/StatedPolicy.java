package io.drawbridge.edge.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyParser;

/** Policies that no document of the estate holds, because AWS or the question states them. */
public final class StatedPolicy {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a caller writes who may write a resource's policy: whoever can see it may use it, so that nothing but others' denies stands in the way. */
  public static final NamedPolicy LETTING_ANYBODY_IN = parse("""
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""", "drawbridge:rewritten", "drawbridge:assumed");

  private StatedPolicy() {}

  /**
   * A policy that allows everything.
   *
   * @param id what it is the policy of
   * @param kind why it is known
   */
  static NamedPolicy everything(String id, String kind) {
    return parse("""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""", id, kind);
  }

  /** A resource's policy that leaves everything to the policies of its account's own principals. */
  static NamedPolicy ofAccount(String account, String kind) {
    return parse("""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"*","Resource":"*"}]}"""
        .formatted(account), account, kind);
  }

  /** The same as the trust policy of a role, which names no resource. */
  static NamedPolicy trustOfAccount(String account, String kind) {
    return parse("""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"sts:AssumeRole"}]}"""
        .formatted(account), account, kind);
  }

  private static NamedPolicy parse(String json, String id, String kind) {
    try {
      return switch (PolicyParser.parse(JSON.readTree(json), new DocumentRef(id, kind), "", kind)) {
        case PolicyParser.Parsed.Policy policy -> new NamedPolicy(kind, policy.document());
        case PolicyParser.Parsed.Malformed malformed -> throw new IllegalStateException(malformed.problems().toString());
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a policy of our own is no JSON", e);
    }
  }
}
