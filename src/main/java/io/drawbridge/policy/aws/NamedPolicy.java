package io.drawbridge.policy.aws;

/** A policy document and the name it is attached or embedded under. */
public record NamedPolicy(String name, PolicyDocument document) {}
