package io.drawbridge.collect.foreign;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.collect.ImportOptions;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Account, region and tenant as the folders say them: {@code …/<12-digit account>/<region or global>/…}, {@code …/<tenant guid>/…};
 * the nearest counts. What the user gives goes over all of it.
 *
 * @param givenAccount by the user, or empty; likewise region and tenant
 */
record Places(String givenAccount, String givenRegion, String givenTenant, String folderAccount, String folderRegion, String folderTenant) {

  static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  static final Pattern REGION = Pattern.compile("global|[a-z]{2,4}(?:-[a-z]+){1,3}-\\d{1,2}");
  static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  static Places of(ImportOptions options, List<String> folders) {
    return new Places(options.account(), options.region(), ResourceId.lowerCase(options.tenant()), nearest(folders, ACCOUNT), nearest(folders, REGION),
        ResourceId.lowerCase(nearest(folders, GUID)));
  }

  /** The tenant by option or folder, or empty. */
  String tenant() {
    return givenTenant.isEmpty() ? folderTenant : givenTenant;
  }

  Places withoutFolderTenant() {
    return new Places(givenAccount, givenRegion, givenTenant, folderAccount, folderRegion, "");
  }

  private static String nearest(List<String> folders, Pattern shape) {
    return folders.reversed().stream().filter(folder -> shape.matcher(folder).matches()).findFirst().orElse("");
  }
}
