package io.drawbridge.cloud;

/** Where a thing lives; {@code ENTRA} is the directory, {@code AZURE} the resource plane. */
public enum Cloud {
  AWS,
  AZURE,
  ENTRA,
  EXTERNAL
}
