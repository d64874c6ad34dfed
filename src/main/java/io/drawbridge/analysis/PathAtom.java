package io.drawbridge.analysis;

import io.drawbridge.graph.Atom;

/**
 * Something that must hold at one step of a path.
 *
 * @param hop the step's index in the path, from 0
 */
public record PathAtom(int hop, Atom atom) {}
