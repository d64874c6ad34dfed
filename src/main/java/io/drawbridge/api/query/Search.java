package io.drawbridge.api.query;

import io.drawbridge.engine.Image;

/** Answers one kind of question from an image alone: what the packages of {@code analysis} do. */
@FunctionalInterface
interface Search<Q, A> {

  A answer(Image image, Q question);
}
