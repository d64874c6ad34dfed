/** Azure authorization cases as lines of JSON: the form in which others ask the evaluator (FORMATS §3). */
@NullMarked
package io.drawbridge.policy.azure.cases;

import org.jspecify.annotations.NullMarked;
