package io.drawbridge.collect.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Keeps the bodies of successful answers as the service sent them, since the SDK's model objects drop every field that they do not
 * know.
 *
 * <p>One per listing, added last to the pipeline, so that retries and redirects are over.
 */
public final class BodyCapture implements HttpPipelinePolicy {

  private static final int FIRST_FAILURE = 300;

  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

  /** The bodies so far, in the order of their arrival. */
  public List<String> bodies() {
    synchronized (bodies) {
      return List.copyOf(bodies);
    }
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return next.process().flatMap(response -> {
      HttpResponse buffered = response.buffer();
      if (buffered.getStatusCode() >= FIRST_FAILURE) {
        return Mono.just(buffered);
      }
      return buffered.getBodyAsString().doOnNext(bodies::add).thenReturn(buffered);
    });
  }
}
