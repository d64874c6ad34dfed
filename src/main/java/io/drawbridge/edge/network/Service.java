package io.drawbridge.edge.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What people run on TCP ports.
 *
 * <p>Source: IANA service name and port number registry.
 *
 * @param key as conditions name it: {@code flaw:<key>}
 */
record Service(String key, PortSet ports) {

  private static final List<Service> WELL_KNOWN =
      List.of(
          on("ssh", 22), on("rdp", 3389), on("smb", 445), on("winrm", 5985, 5986), on("https", 443, 8443), on("http", 80, 8000, 8080, 8888),
          on("mssql", 1433), on("mysql", 3306), on("postgresql", 5432), on("oracle", 1521), on("mongodb", 27017), on("redis", 6379),
          on("elasticsearch", 9200), on("docker", 2375, 2376), on("kubernetes", 6443, 10250), on("vnc", 5900), on("telnet", 23),
          on("ftp", 21), on("smtp", 25, 587));

  private static Service on(String key, int... ports) {
    PortSet all = PortSet.NONE;
    for (int port : ports) {
      all = all.union(PortSet.of(port, port));
    }
    return new Service(key, all);
  }

  /** The services behind open ports, each with those of its ports that are open, and last {@code tcp} for what none of them uses. */
  static List<Service> behind(PortSet open) {
    List<Service> found = new ArrayList<>();
    PortSet rest = open;
    for (Service service : WELL_KNOWN) {
      PortSet here = open.intersect(service.ports);
      if (!here.isEmpty()) {
        found.add(new Service(service.key, here));
        rest = rest.minus(here);
      }
    }
    if (!rest.isEmpty()) {
      found.add(new Service("tcp", rest));
    }
    return List.copyOf(found);
  }
}
