/**
 * What Azure and Entra let an identity do, and the edges that follow from it. Here stands what the rules share; they are in the rooms below.
 *
 * <p>Where a change belongs: {@code AzureAuthorization} rules on single requests; {@code CapabilityDerivation} draws who gains which resources
 * by one capability, along the scopes; most techniques of Resource Manager are a {@code Way}, a row of a table in {@code compute} or {@code
 * data}, which {@code ResourceRule} draws. {@code directory} holds Entra and Microsoft Graph, {@code access} answers who can and what can, {@code
 * rules} is the registry. What gives roles away stands here ({@code RoleAssignmentWriting}, {@code RolePowers}), because every scope's powers
 * follow from it.
 */
@NullMarked
package io.drawbridge.edge.azure;

import org.jspecify.annotations.NullMarked;
