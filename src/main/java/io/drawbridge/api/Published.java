package io.drawbridge.api;

import io.drawbridge.engine.Image;

/** A published snapshot: the image that every field of one request is answered from. */
public record Published(Image image) {}
