package io.drawbridge.engine;

import io.drawbridge.cloud.SnapshotId;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Keeps an {@link Image} in a file and maps it back.
 *
 * <p>A reader meets either the file before a write or the whole file after it: writing goes to a temporary neighbour, which is
 * forced to disk and then renamed. An image is a cache: one that cannot be used is refused with the reason and is made again.
 */
public final class ImageFile {

  /** Raised with every change of layout; a file of another version is refused. */
  static final int VERSION = 1;

  private static final long MAGIC = 0x0A474D4957415244L;
  private static final int PREFIX = 32;
  private static final int ENTRY = 24;
  private static final int HEADER = PREFIX + ENTRY * Section.values().length;
  private static final int ALIGNMENT = 8;
  private static final int CHECK_CHUNK = 1 << 30;

  /** What came of opening a file. */
  public sealed interface Opening {

    /** The file is whole and is the one that was asked for. */
    record Opened(Image image) implements Opening {}

    /**
     * The file cannot be used and has to be made again.
     *
     * @param reason for people
     */
    record Refused(String reason) implements Opening {}
  }

  private ImageFile() {}

  /** Replaces the file as one step; the folder must be there. */
  public static void write(Image image, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        writeTo(channel, image.sections());
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** Maps the file if it holds this snapshot of this graph. */
  public static Opening open(Path file, SnapshotId snapshot, String graphHash) {
    return switch (open(file)) {
      case Opening.Opened opened when !opened.image().snapshot().equals(snapshot) ->
          refused(file, "holds snapshot " + opened.image().snapshot() + " instead of " + snapshot);
      case Opening.Opened opened when !opened.image().graphHash().equals(graphHash) -> refused(file, "holds another graph");
      case Opening.Opened opened -> opened;
      case Opening.Refused refused -> refused;
    };
  }

  /** Maps the file, whatever snapshot it holds. */
  public static Opening open(Path file) {
    if (!Files.isRegularFile(file)) {
      return refused(file, "is not there");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return map(file, channel);
    } catch (IOException e) {
      return refused(file, "cannot be read: " + e.getMessage());
    }
  }

  private static Opening map(Path file, FileChannel channel) throws IOException {
    long length = channel.size();
    if (length < HEADER) {
      return refused(file, "is cut off in its header");
    }
    MemorySegment whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, length, Arena.ofAuto());
    ByteBuffer header = whole.asSlice(0, HEADER).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (header.getLong(0) != MAGIC) {
      return refused(file, "is no image");
    }
    if (header.getInt(8) != VERSION) {
      return refused(file, "has layout " + header.getInt(8) + ", this version writes " + VERSION);
    }
    if (header.getInt(12) != headerSum(header)) {
      return refused(file, "has a damaged header");
    }
    if (header.getLong(16) != length) {
      return refused(file, "has " + length + " bytes instead of " + header.getLong(16));
    }
    return sections(file, whole, header);
  }

  private static Opening sections(Path file, MemorySegment whole, ByteBuffer header) {
    Map<Section, MemorySegment> sections = new EnumMap<>(Section.class);
    int entry = PREFIX;
    for (Section section : Section.values()) {
      MemorySegment segment = whole.asSlice(header.getLong(entry), header.getLong(entry + 8));
      if (checksum(segment) != header.getInt(entry + 16)) {
        return refused(file, "is damaged in its " + section.name().toLowerCase(Locale.ROOT));
      }
      sections.put(section, segment);
      entry += ENTRY;
    }
    try {
      return new Opening.Opened(new Image(new Sections(sections)));
    } catch (IllegalArgumentException e) {
      return refused(file, "uses words that this version does not know");
    }
  }

  private static void writeTo(FileChannel channel, Sections sections) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    long position = HEADER;
    int entry = PREFIX;
    for (Section section : Section.values()) {
      MemorySegment segment = sections.bytes(section);
      header.putLong(entry, position).putLong(entry + 8, segment.byteSize()).putInt(entry + 16, checksum(segment));
      write(channel, segment, position);
      position = (position + segment.byteSize() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      entry += ENTRY;
    }
    if (channel.size() < position) {
      channel.write(ByteBuffer.allocate(1), position - 1);
    }
    header.putLong(0, MAGIC).putInt(8, VERSION).putLong(16, position);
    header.putInt(12, headerSum(header));
    channel.write(header, 0);
  }

  private static void write(FileChannel channel, MemorySegment segment, long position) throws IOException {
    for (long done = 0; done < segment.byteSize(); ) {
      ByteBuffer chunk = segment.asSlice(done, Math.min(CHECK_CHUNK, segment.byteSize() - done)).asByteBuffer();
      done += channel.write(chunk, position + done);
    }
  }

  private static int checksum(MemorySegment segment) {
    var sum = new CRC32C();
    for (long done = 0; done < segment.byteSize(); done += CHECK_CHUNK) {
      sum.update(segment.asSlice(done, Math.min(CHECK_CHUNK, segment.byteSize() - done)).asByteBuffer());
    }
    return (int) sum.getValue();
  }

  /** Over everything in the header but the sum itself. */
  private static int headerSum(ByteBuffer header) {
    MemorySegment bytes = MemorySegment.ofBuffer(header.duplicate().clear());
    var sum = new CRC32C();
    for (int i = 0; i < HEADER; i++) {
      if (i < 12 || i >= 16) {
        sum.update(bytes.get(ValueLayout.JAVA_BYTE, i));
      }
    }
    return (int) sum.getValue();
  }

  private static Opening refused(Path file, String why) {
    return new Opening.Refused("the image `" + file + "` " + why + ": it has to be made again");
  }
}
