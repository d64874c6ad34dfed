package io.drawbridge.api.http;

import java.util.List;
import java.util.Locale;

/**
 * Where the server listens and whom it answers.
 *
 * @param host the address to bind; loopback unless an operator says otherwise
 * @param port 0 for any free port
 * @param hostNames names, without port, that a request may call this server by
 * @param searchers threads that answer questions
 * @param waiting requests that may wait for a searcher
 * @param bodyBytes the longest request body that is read
 */
public record ServerSettings(String host, int port, List<String> hostNames, int searchers, int waiting, int bodyBytes) {

  public static final String LOOPBACK = "127.0.0.1";

  private static final List<String> LOOPBACK_NAMES = List.of("127.0.0.1", "localhost", "[::1]");
  private static final int BODY_BYTES = 256 * 1024;
  private static final int WAITING_PER_SEARCHER = 16;

  public ServerSettings {
    hostNames = hostNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /** Loopback only, one searcher for every core. */
  public static ServerSettings loopback(int port) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new ServerSettings(LOOPBACK, port, LOOPBACK_NAMES, cores, cores * WAITING_PER_SEARCHER, BODY_BYTES);
  }

  /** Binds another address; requests may call the server by the loopback names and by these. */
  public ServerSettings boundTo(String address, List<String> moreNames) {
    var names = new java.util.ArrayList<>(hostNames);
    names.addAll(moreNames);
    return new ServerSettings(address, port, names, searchers, waiting, bodyBytes);
  }
}
