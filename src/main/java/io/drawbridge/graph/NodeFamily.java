package io.drawbridge.graph;

/** What an attacker who has the node has (DESIGN §2). */
public enum NodeFamily {
  IDENTITY,
  CREDENTIAL,
  COMPUTE,
  DATA_STORE,
  NETWORK,
  EXTERNAL,
  PRIVILEGE,
  CAPABILITY_SET,
  CONTAINER,
  CONFIGURATION
}
