package io.drawbridge.app;

import io.drawbridge.edge.Estate;

/**
 * An inventory that can be asked who may do what.
 *
 * @param inputs what the state of its inputs alone makes of the exit code
 */
record OpenedInventory(Estate estate, ExitCode inputs) {}
