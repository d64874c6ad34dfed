package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether a caller may start compute of its own in its account: in one region, every request that this takes is allowed.
 *
 * <p>Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon EC2" (RunInstances requires image,
 * instance, network interface, security group, subnet and volume) and "for AWS Lambda". <b>Not modelled:</b> an instance that takes an
 * existing network interface; whether the account has a subnet, an image or a group of a name that a policy lets through.
 *
 * @param requests all of which must be allowed
 * @param free condition keys that the caller chooses, in lower case
 */
record Launch(List<Request> requests, Set<String> free) {

  /** An instance. */
  static final Launch INSTANCE =
      new Launch(
          List.of(Request.ofAnybodys("image/"), Request.ofNew("instance/"), Request.ofNew("network-interface/"), Request.ofNew("volume/"),
              Request.ofOwn("security-group/"), Request.ofOwn("subnet/")),
          Set.of("aws:requesttag/", "aws:tagkeys", "ec2:instancetype", "ec2:tenancy", "ec2:ebsoptimized", "ec2:encrypted", "ec2:volumesize", "ec2:volumetype",
              "ec2:metadatahttptokens", "ec2:metadatahttpendpoint", "ec2:metadatahttpputresponsehoplimit", "ec2:instancemarkettype"));

  /** A function, and a call of it. */
  static final Launch FUNCTION =
      new Launch(
          List.of(new Request("lambda", List.of("lambda:CreateFunction", "lambda:InvokeFunction"), "function:", true, true)),
          Set.of("aws:requesttag/", "aws:tagkeys", "lambda:layer", "lambda:vpcids", "lambda:subnetids", "lambda:securitygroupids"));

  /**
   * Actions on one resource.
   *
   * @param kind of resource, as its ARN begins after the account
   * @param named true when the caller chooses which, false when the service names what it makes
   * @param own false when the resource belongs to no account
   */
  record Request(String service, List<String> actions, String kind, boolean named, boolean own) {
    private static final List<String> RUN = List.of("ec2:RunInstances");

    static Request ofNew(String kind) {
      return new Request("ec2", RUN, kind, false, true);
    }

    static Request ofOwn(String kind) {
      return new Request("ec2", RUN, kind, true, true);
    }

    static Request ofAnybodys(String kind) {
      return new Request("ec2", RUN, kind, true, false);
    }
  }

  /** The decision that asks least, over regions and names. */
  Decision of(AwsIdentity caller, AwsAuthorization authorization) {
    var decisions = new TargetDecision(authorization, free);
    var context = new ResourceContext(authorization.mentions());
    List<String> actions = requests.stream().flatMap(request -> request.actions.stream()).toList();
    Decision best = new Decision.Denied(false, List.of());
    for (String region : NewNames.regions(caller, actions)) {
      List<Decision> all = new ArrayList<>();
      requests.forEach(request -> all.add(of(caller, request, region, decisions, context)));
      best = better(best, Decisions.all(all));
    }
    return best;
  }

  private static Decision of(AwsIdentity caller, Request request, String region, TargetDecision decisions, ResourceContext context) {
    String prefix = Arn.of(request.service, region, request.own ? caller.account() : "", request.kind).text();
    Decision best = new Decision.Denied(false, List.of());
    for (String name : request.named ? NewNames.of(caller, prefix, request.actions) : List.of(NewNames.NEW)) {
      var arn = new Arn(prefix + name);
      List<Demand> demands = request.actions.stream()
          .map(action -> new Demand(action, arn.text(), caller.account(), Optional.empty(), new TreeMap<>(context.region(arn)))).toList();
      best = better(best, decisions.of(caller, Target.of(arn, demands)));
    }
    return best;
  }

  private static Decision better(Decision first, Decision second) {
    return FreeKeys.rank(second) < FreeKeys.rank(first) ? second : first;
  }
}
