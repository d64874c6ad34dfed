/** Floor 2: immutable typed records of an estate, and how provider documents become them. */
@NullMarked
package io.drawbridge.inventory;

import org.jspecify.annotations.NullMarked;
