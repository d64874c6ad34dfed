/**
 * Resource policies and public addresses as doors: what lets in callers of other accounts and the public.
 *
 * <p>A door that opens data or compute stands with what it opens, in {@code data} and {@code compute}; here stand those that lead to a service of
 * the owner's alone. <b>Not modelled:</b> who may only put something in, such as events on a bus, messages in a topic or queue and rows of a
 * stream: what becomes of it is decided by the owner's code; Kinesis streams, parameters and backup vaults that have policies of their own.
 */
@NullMarked
package io.drawbridge.edge.aws.door;

import org.jspecify.annotations.NullMarked;
