/** What the user hands us about vulnerabilities beside the clouds' own scanners: lists, and what is known of exploits. */
@NullMarked
package io.drawbridge.inventory.flaw;

import org.jspecify.annotations.NullMarked;
