/** What AWS stores: who reads it, and who can rewrite the policy or open the key that keeps others out. */
@NullMarked
package io.drawbridge.edge.aws.data;

import org.jspecify.annotations.NullMarked;
