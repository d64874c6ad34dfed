package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is not known because the list below each of some directory objects was not read: one gap where none was, else one each. */
public final class ChildGaps {

  private ChildGaps() {}

  public static List<CoverageGap> of(Estate estate, Operation operation, Collection<EntraId> objects, String message) {
    SortedMap<String, List<EntraId>> byTenant = new TreeMap<>();
    objects.forEach(id -> byTenant.computeIfAbsent(id.tenant(), none -> new ArrayList<>()).add(id));
    List<CoverageGap> gaps = new ArrayList<>();
    byTenant.forEach((tenant, ids) -> {
      Scope scope = Scope.tenant(tenant);
      List<EntraId> missing = ids.stream().filter(id -> estate.coverage().reading(scope, operation, id.objectId()) != Reading.READ).toList();
      if (missing.size() == ids.size() && missing.size() > 1) {
        gaps.add(Gaps.of(estate, scope, operation, "", message));
      } else {
        missing.forEach(id -> gaps.add(Gaps.of(estate, scope, operation, id.objectId(), message)));
      }
    });
    return gaps;
  }
}
