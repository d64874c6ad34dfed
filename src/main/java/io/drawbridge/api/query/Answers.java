package io.drawbridge.api.query;

import io.drawbridge.engine.Image;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the latest answers from the current image, so that the pages of one answer come from one search.
 *
 * <p>Why: a page is a slice of a ranked answer; searching anew for every page costs the whole search, and a search that a deadline
 * ends could rank differently from page to page. Two requests with the same question at the same time search once.
 */
final class Answers<Q, A> implements Search<Q, A> {

  private static final int KEPT = 32;

  private final Search<Q, A> search;
  private final Map<Q, CompletableFuture<A>> latest = new LatestFirst<>();
  private @Nullable Image image;

  Answers(Search<Q, A> search) {
    this.search = search;
  }

  @Override
  public A answer(Image asked, Q question) {
    var fresh = new CompletableFuture<A>();
    CompletableFuture<A> known = claim(asked, question, fresh);
    if (known != null) {
      return join(known);
    }
    try {
      A answer = search.answer(asked, question);
      fresh.complete(answer);
      return answer;
    } catch (RuntimeException | Error e) {
      forget(question, fresh);
      fresh.completeExceptionally(e);
      throw e;
    }
  }

  private synchronized @Nullable CompletableFuture<A> claim(Image asked, Q question, CompletableFuture<A> fresh) {
    if (image != asked) {
      latest.clear();
      image = asked;
    }
    return latest.putIfAbsent(question, fresh);
  }

  private synchronized void forget(Q question, CompletableFuture<A> failed) {
    latest.remove(question, failed);
  }

  private static <A> A join(CompletableFuture<A> known) {
    try {
      return known.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Drops what was asked for longest ago. */
  private static final class LatestFirst<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    LatestFirst() {
      super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }
}
