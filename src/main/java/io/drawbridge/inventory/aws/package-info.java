/** AWS resources as records, and the parsers of what the AWS CLI prints. */
@NullMarked
package io.drawbridge.inventory.aws;

import org.jspecify.annotations.NullMarked;
