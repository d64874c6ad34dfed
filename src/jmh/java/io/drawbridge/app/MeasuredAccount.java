package io.drawbridge.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The account whose requests are decided: one that is generated with so many roles, or a file with its requests beside it. */
@State(Scope.Benchmark)
public class MeasuredAccount {

  private static final long SEED = 1;

  /** A number of roles, or the path of a bundle; its requests stand in the path with {@code .req.jsonl} after it. */
  @Param({"1000", "5000"})
  public String account;

  DecisionStream stream() throws IOException {
    if (!account.chars().allMatch(Character::isDigit)) {
      return read(Path.of(account));
    }
    Path file = Files.createTempFile("drawbridge-benchmark-", ".json");
    try {
      Files.writeString(file, SyntheticAccount.of(Integer.parseInt(account), SEED).toString());
      return read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static DecisionStream read(Path file) throws IOException {
    var silent = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return DecisionStream.of(ReadEstate.of(FileOptions.read(List.of(file), new FileOptions().options(), silent)).estate(), file, SEED);
  }
}
