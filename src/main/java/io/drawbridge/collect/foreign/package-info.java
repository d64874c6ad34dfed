/** Floor 5: other tools' files: what each is, whose it is, and the documents in it. */
@NullMarked
package io.drawbridge.collect.foreign;

import org.jspecify.annotations.NullMarked;
