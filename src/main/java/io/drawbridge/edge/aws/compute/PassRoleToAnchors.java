package io.drawbridge.edge.aws.compute;

import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.Recipient;
import java.util.List;

/**
 * A principal makes a certificate authority of its own one that IAM Roles Anywhere believes, and has sessions of the role by its certificates.
 *
 * <p>Source: IAM Roles Anywhere User Guide, "Role trust": the trust must allow to take the role, to tag the session and to set its source
 * identity; Service Authorization Reference, "AWS Identity and Access Management Roles Anywhere": making an anchor or a profile names no
 * resource. <b>Not modelled:</b> a trust that names an anchor of the account by {@code aws:SourceArn}, which stays a condition.
 */
final class PassRoleToAnchors {

  static final List<PassRole> ALL = List.of(
      PassRole.of("d-rolesanywhere", "has sessions of the role by certificates of its own", "T1484.002",
          Recipient.of("rolesanywhere", "rolesanywhere.amazonaws.com").trusting("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"),
          Launch.start().whole("rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile")));

  private PassRoleToAnchors() {}
}
