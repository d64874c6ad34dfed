package io.drawbridge.api.http;

import io.drawbridge.browser.Walk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person walks through the pages on an estate whose names try to break them. */
@Tag("full")
class BrowserTest {

  @Test
  void hostileNamesAreTextAndNothingElse() throws Exception {
    try (RunningServer server = SampleServer.start(0)) {
      Walk.through(server.url(), "sample");
    }
  }
}
