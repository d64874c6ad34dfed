package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.MulticloudConnector;
import io.drawbridge.inventory.azure.MulticloudConnector.Product;
import java.util.List;

/**
 * Who steers a connector that onboards the instances of an AWS account to Azure Arc, and is root on them then.
 *
 * <p>Writing the connector alone has the agent installed and no more; commands on the machines that come of it need rights over them. Defender's are
 * asked of the connector's resource group, where its machines come to lie; Arc's of the subscription, in which the connector makes a resource group
 * for the account. Sources: learn.microsoft.com, "Connect AWS accounts to Microsoft Defender for Cloud"; "Onboard VMs to Azure Arc through the
 * multicloud connector"; Azure permissions, Microsoft.Security, Microsoft.HybridConnectivity, Microsoft.HybridCompute. <b>Not modelled:</b> rights
 * over the connector alone together with others over a machine that is there already, whose commands are drawn as any Arc machine's.
 */
final class ConnectorSteering {

  private static final String EXTENSIONS = "Microsoft.HybridCompute/machines/extensions/write";
  private static final String ATTACK = "T1651";
  private static final String FIX = "keep who writes connectors apart from who manages machines of Arc";

  static final List<Ways> TABLE =
      List.of(
          Ways.to("onboarding-by-defender", EdgeKind.CAN_CONTROL, List.of("microsoft.security/securityconnectors"),
              Ways.each(MulticloudConnector.class, connector -> onboards(connector, Product.DEFENDER), ConnectorSteering::inGroup),
              Way.by("azure-security-connector", "has instances of AWS onboarded by Defender for Cloud, and runs commands on them by Azure Arc", ATTACK, FIX,
                  Likelihood.POSSIBLE, "Microsoft.Security/securityConnectors/write", EXTENSIONS)),
          Ways.to("onboarding-by-arc", EdgeKind.CAN_CONTROL, List.of("microsoft.hybridconnectivity/publiccloudconnectors"),
              Ways.each(MulticloudConnector.class, connector -> onboards(connector, Product.ARC), ConnectorSteering::inSubscription),
              Way.by("azure-multicloud-connector", "has instances of AWS onboarded by the multicloud connector, and runs commands on them by Azure Arc", ATTACK, FIX,
                  Likelihood.POSSIBLE, "Microsoft.HybridConnectivity/publicCloudConnectors/write", "Microsoft.HybridConnectivity/solutionConfigurations/write", EXTENSIONS)));

  private ConnectorSteering() {}

  private static boolean onboards(MulticloudConnector connector, Product product) {
    return connector.product() == product && !connector.onboarding().isEmpty();
  }

  private static Target inGroup(MulticloudConnector connector) {
    return target(connector, connector.id().resourceGroup().orElse(connector.id()));
  }

  private static Target inSubscription(MulticloudConnector connector) {
    return target(connector, connector.id().subscription().map(subscription -> new ArmId("/subscriptions/" + subscription)).orElse(connector.id()));
  }

  private static Target target(MulticloudConnector connector, ArmId asked) {
    String pointer = connector.onboarding().getFirst().pointer();
    return Target.of(asked, connector.id(), Observed.fact(connector, pointer, connector.onboarding().getFirst().role()));
  }
}
