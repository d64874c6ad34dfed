package io.drawbridge.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Speaks HTTP/1.1 byte by byte, because the JDK's client does not let a test lie about its host. */
final class RawHttp {

  /** What came back: the status, header names in lower case, and the body. */
  record Answer(int status, Map<String, String> headers, String body) {}

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  Answer get(String path, String... headers) throws IOException {
    return send("GET", path, "", headers);
  }

  /** Posts a body as JSON unless the headers name another type. */
  Answer post(String path, String body, String... headers) throws IOException {
    List<String> all = new ArrayList<>(List.of(headers));
    if (all.stream().noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("content-type:"))) {
      all.add("content-type: application/json");
    }
    return send("POST", path, body, all.toArray(String[]::new));
  }

  Answer send(String method, String path, String body, String... headers) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nconnection: close\r\n");
      List<String> given = List.of(headers);
      if (given.stream().noneMatch(header -> header.startsWith("host:"))) {
        head.append("host: 127.0.0.1:").append(port).append("\r\n");
      }
      given.stream().filter(header -> !header.isEmpty()).forEach(header -> head.append(header).append("\r\n"));
      head.append("content-length: ").append(bytes.length).append("\r\n\r\n");
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Answer parse(String text) throws IOException {
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    String body = text.substring(end + 4);
    boolean chunked = "chunked".equals(headers.get("transfer-encoding"));
    return new Answer(Integer.parseInt(lines[0].substring(9, 12)), headers, chunked ? joined(body) : body);
  }

  private static String joined(String chunks) throws IOException {
    var rest = new ByteArrayInputStream(chunks.getBytes(StandardCharsets.UTF_8));
    var whole = new StringBuilder();
    for (int size = size(rest); size > 0; size = size(rest)) {
      whole.append(new String(rest.readNBytes(size), StandardCharsets.UTF_8));
      rest.skipNBytes(2);
    }
    return whole.toString();
  }

  private static int size(ByteArrayInputStream chunks) {
    var line = new StringBuilder();
    for (int next = chunks.read(); next > 0 && next != '\n'; next = chunks.read()) {
      line.append((char) next);
    }
    return Integer.parseInt(line.toString().strip(), 16);
  }
}
