/** Above single accounts: AWS Organizations, its stack sets, and IAM Identity Center. */
@NullMarked
package io.drawbridge.edge.aws.organization;

import org.jspecify.annotations.NullMarked;
