/** IAM: who assumes and takes over whom, and who gives itself the powers of an administrator. */
@NullMarked
package io.drawbridge.edge.aws.iam;

import org.jspecify.annotations.NullMarked;
