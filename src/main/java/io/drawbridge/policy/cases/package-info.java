/** How an authorization case of either cloud is answered: one line of JSON (FORMATS §2 and §3). */
@NullMarked
package io.drawbridge.policy.cases;

import org.jspecify.annotations.NullMarked;
