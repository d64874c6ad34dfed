package io.drawbridge.app;

import io.drawbridge.engine.Image;

/**
 * An estate that can be asked.
 *
 * @param inputs what the state of its inputs alone makes of the exit code
 */
record OpenedEstate(Image image, ExitCode inputs) {}
