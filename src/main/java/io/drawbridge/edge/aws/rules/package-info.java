/** The registry of the AWS rules, and what is left out of them and why. */
@NullMarked
package io.drawbridge.edge.aws.rules;

import org.jspecify.annotations.NullMarked;
