/**
 * AWS: who can do what to whom, by evaluation of every document that bears on it. Here stands what all rules share; the rules are in the
 * rooms below, and each uses this one only.
 *
 * <p>Where a change belongs: {@code AwsAuthorization} gathers the documents of every principal and rules on single requests; {@code
 * CapabilityDerivation}, with {@code Target} and {@code Demand}, draws who gains which resources by one capability, and almost every
 * technique is a row that says what is demanded; {@code PassRole}, with {@code Launch} and {@code Place}, draws who starts compute under which
 * role. Rows stand by what is gained: {@code compute}, {@code container}, {@code data}, {@code iam}, {@code organization}, {@code trust}; {@code
 * door} says whom resources let in themselves. {@code access} answers who can and what can. {@code rules} holds the registry, and what is left out
 * and why.
 */
@NullMarked
package io.drawbridge.edge.aws;

import org.jspecify.annotations.NullMarked;
