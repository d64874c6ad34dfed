package io.drawbridge.app;

import io.drawbridge.collect.ImportResult;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.InventoryBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents as an inventory that rules and authorization questions can be asked of.
 *
 * @param malformed items that could not be understood, such as a policy without an effect
 */
record ReadEstate(Estate estate, List<CoverageGap> malformed) {

  static ReadEstate of(ImportResult documents) {
    InventoryBuilder parsed = Registries.PARSERS.parse(documents.documents());
    List<CoverageGap> malformed = new ArrayList<>(documents.gaps());
    malformed.addAll(parsed.malformed());
    var coverage = new Coverage(documents.coverage(), malformed);
    return new ReadEstate(new Estate(parsed.build(), coverage), coverage.malformed());
  }
}
