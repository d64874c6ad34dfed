/**
 * AWS: who can do what to whom, by evaluation of every document that bears on it.
 *
 * <p>Where a change belongs: {@code AwsAuthorization} gathers the documents of every principal and rules on single requests; {@code
 * CapabilityDerivation}, with {@code Target} and {@code Demand}, draws who gains which resources by one capability, and almost every
 * technique is a row that says what is demanded. Rows stand by what is gained: {@code PassRoleTo…} (new compute under a role), {@code
 * ServiceCode}, {@code FunctionCode}, {@code SessionCode}, {@code ManagedNodeControl} (code on compute that is there), {@code …Reads},
 * {@code PolicyRewrite}, {@code KeyOpening} (data), {@code PrincipalTakeover}, {@code SelfEscalation}, {@code Strengthening} (IAM), {@code
 * IdentityCenter} and {@code Organization…} (above accounts), {@code ProviderTakeover}, {@code IssuerTakeover} (trusts). {@code AwsAccess}
 * answers who can and what can. {@code AwsRules} is the registry, {@code AwsNotModelled} says what is left out and why.
 */
@NullMarked
package io.drawbridge.edge.aws;

import org.jspecify.annotations.NullMarked;
