package io.drawbridge.analysis;

import io.drawbridge.cloud.Severity;

/**
 * A route with what people are told about it.
 *
 * @param id stable across snapshots: a hash over the keys of the hops' edges
 * @param name a headline of kinds, free of names that strangers choose
 * @param summary one sentence with names
 */
public record AttackPath(String id, String name, Severity risk, String summary, Route route) {}
