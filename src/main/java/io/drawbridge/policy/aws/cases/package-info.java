/** Authorization cases as lines of JSON: the form in which others ask the evaluator (FORMATS §2). */
@NullMarked
package io.drawbridge.policy.aws.cases;

import org.jspecify.annotations.NullMarked;
