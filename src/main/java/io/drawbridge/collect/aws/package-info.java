/** Floor 5: live collection from AWS; the only importer of its SDK. */
@NullMarked
package io.drawbridge.collect.aws;

import org.jspecify.annotations.NullMarked;
