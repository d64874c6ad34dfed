package io.drawbridge.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Prints the version that the jar's manifest holds. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"drawbridge " + current()};
  }

  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");
  }
}
