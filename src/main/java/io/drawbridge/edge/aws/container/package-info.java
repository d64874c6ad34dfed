/**
 * AWS containers: which role code in them has, who runs code in them, and whose images they are made of (ECS, EKS, ECR). New tasks under a role
 * that is passed are among the {@code PassRoleTo…} of {@code compute}.
 */
@NullMarked
package io.drawbridge.edge.aws.container;

import org.jspecify.annotations.NullMarked;
