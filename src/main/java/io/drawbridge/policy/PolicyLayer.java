package io.drawbridge.policy;

/** Which kind of document a deciding statement stands in. */
public enum PolicyLayer {
  IDENTITY,
  RESOURCE,
  TRUST,
  PERMISSION_BOUNDARY,
  SERVICE_CONTROL_POLICY,
  RESOURCE_CONTROL_POLICY,
  SESSION,
  VPC_ENDPOINT,
  ROLE_ASSIGNMENT,
  DENY_ASSIGNMENT,
  ACCESS_POLICY
}
