/**
 * AWS compute: which role it runs under ({@code RUNS_AS}), who starts new compute under a role that is passed ({@code PassRoleTo…}, rows over
 * {@link io.drawbridge.edge.aws.PassRole}), and who runs code on compute that is there ({@code FunctionCode}, {@code ServiceCode}, {@code
 * SessionCode}, {@code ManagedNodeControl}).
 */
@NullMarked
package io.drawbridge.edge.aws.compute;

import org.jspecify.annotations.NullMarked;
