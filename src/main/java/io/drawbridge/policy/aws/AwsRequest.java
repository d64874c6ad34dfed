package io.drawbridge.policy.aws;

/**
 * One question: may this principal do this action on this resource.
 *
 * @param action {@code service:Operation}; compared without letter case
 * @param resource an ARN, or {@code *} for actions that name none
 * @param resourceAccount the account that owns the resource, or empty when the resource is {@code *} in the caller's account
 */
public record AwsRequest(
    AwsPrincipal principal, String action, String resource, String resourceAccount, RequestContext context) {}
