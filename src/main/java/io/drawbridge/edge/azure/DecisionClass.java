package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.policy.Requirement;
import java.util.List;

/**
 * Targets below one scope for which everyone who was given the action at that scope gets the same answer.
 *
 * @param example any of them
 * @param denies what may forbid the action on each of them
 * @param own what each of them asks
 * @param locks where the locks lie that must be removed first
 */
record DecisionClass(CapabilitySet set, Target example, AppliedDenies denies, List<Requirement> own, List<ArmId> locks) {}
