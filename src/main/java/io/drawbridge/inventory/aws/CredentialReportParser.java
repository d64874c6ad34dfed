package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.ResourceParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code iam get-credential-report}: a table of users as comma-separated text, encoded in base 64.
 *
 * <p>Source: IAM User Guide, "Generate credential reports for your AWS account" (columns). The root user, whose columns are not supported,
 * is left out, and so is a row that a comma within a user's name makes longer than the heading, which is reported.
 */
final class CredentialReportParser implements ResourceParser {

  private static final String HEADING = "user,";

  @Override
  public List<Operation> operations() {
    return List.of(Operation.parse("iam:get-credential-report"));
  }

  @Override
  public void parse(Document document, InventoryBuilder inventory) {
    Optional<String> text = text(Fields.text(document.body(), "Content"));
    if (text.isEmpty()) {
      inventory.malformed(document, "Content", "a credential report that is no table is left out");
      return;
    }
    List<String> lines = text.get().lines().toList();
    List<String> heading = cells(lines.getFirst());
    for (int i = 1; i < lines.size(); i++) {
      read(document, heading, cells(lines.get(i)), i, inventory);
    }
  }

  private static void read(Document document, List<String> heading, List<String> row, int number, InventoryBuilder inventory) {
    int arn = heading.indexOf("arn");
    int password = heading.indexOf("password_enabled");
    int factor = heading.indexOf("mfa_active");
    Optional<Arn> user = row.size() == heading.size() && arn >= 0 && password >= 0 && factor >= 0 ? Arn.find(row.get(arn)) : Optional.empty();
    if (user.isEmpty()) {
      inventory.malformed(document, "row " + number, "a row without the columns of the heading is left out");
    } else if (user.get().resource().startsWith("user/")) {
      var origin = new Origin(new DocumentRef(user.get().text(), document.operation().toString()), document.scope(), document.snapshot());
      inventory.add(new UserCredentials(origin, user.get(), row.get(password).equalsIgnoreCase("true"), row.get(factor).equalsIgnoreCase("true")));
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.split(",", -1));
  }

  private static Optional<String> text(String content) {
    if (content.startsWith(HEADING)) {
      return Optional.of(content);
    }
    try {
      return Optional.of(new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8)).filter(decoded -> decoded.startsWith(HEADING));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
