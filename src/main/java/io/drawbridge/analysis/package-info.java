/** Floor 4: what all questions share: premises, routes, ranking, proof, and how an answer is printed. */
@NullMarked
package io.drawbridge.analysis;

import org.jspecify.annotations.NullMarked;
