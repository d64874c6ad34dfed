/** AWS: who can do what to whom, by evaluation of every document that bears on it. */
@NullMarked
package io.drawbridge.edge.aws;

import org.jspecify.annotations.NullMarked;
