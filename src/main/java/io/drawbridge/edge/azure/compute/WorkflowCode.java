package io.drawbridge.edge.azure.compute;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.HybridWorker;
import io.drawbridge.inventory.azure.KeyedService;
import java.util.List;
import java.util.TreeMap;

/**
 * Ways to run code on what automates: runbooks and the machines that work for them, logic apps, data factories, batch pools, notebooks.
 *
 * <p>Starting a job of a runbook that is there, or calling a workflow, is not writing one. Sources: Azure permissions,
 * Microsoft.Automation; Azure Automation, "Manage role permissions and security", "Automation Hybrid Runbook Worker overview" (jobs there
 * run as the system); Logic Apps, "Authenticate access with managed identities" (a workflow sends the identity's token where it likes);
 * Data Factory, "Web activity" (likewise); Batch, "Authenticate Batch service solutions with Microsoft Entra ID"; Databricks, "Workspace
 * admins" (contributors of the resource sign in as one). Machine Learning, "Deploy and score a machine learning model by using an online endpoint"
 * (a deployment runs as its endpoint). <b>Not modelled:</b> assets of automation accounts; integration runtimes on machines; API connections; access
 * connectors of Databricks, whose identity Unity Catalog uses and hands to nobody; Purview, which describes data and keeps what opens them in vaults.
 */
public final class WorkflowCode {

  private static final String ACCOUNTS = "Microsoft.Automation/automationAccounts/";
  private static final String BATCH = "microsoft.batch/batchaccounts";
  private static final String WORKERS = "microsoft.automation/automationaccounts/hybridrunbookworkergroups/hybridrunbookworkers";
  private static final String WRITE_RUNBOOK = ACCOUNTS + "runbooks/write";
  private static final String SEPARATE = "let those who start jobs write no runbooks";

  public static final List<Ways> TABLE =
      List.of(
          Ways.to("runbooks", EdgeKind.CAN_RUN_CODE, List.of("microsoft.automation/automationaccounts"), Ways.others("microsoft.automation/automationaccounts"),
              way("runbook-write", "writes a runbook and starts a job of it", SEPARATE, EASY, WRITE_RUNBOOK, ACCOUNTS + "jobs/write"),
              way("runbook-test", "writes a draft and tests it", SEPARATE, EASY, ACCOUNTS + "runbooks/draft/content/write", ACCOUNTS + "runbooks/draft/testJob/write"),
              way("runbook-schedule", "writes a runbook and schedules it", SEPARATE, EASY, WRITE_RUNBOOK, ACCOUNTS + "schedules/write", ACCOUNTS + "jobSchedules/write"),
              way("runbook-webhook", "writes a runbook and calls it by a webhook of its own", SEPARATE, EASY, WRITE_RUNBOOK, ACCOUNTS + "webhooks/write")),
          Ways.to("jobs-on-hybrid-workers", EdgeKind.CAN_RUN_CODE, List.of("microsoft.automation/automationaccounts", WORKERS), WorkflowCode::workers,
              way("hybrid-worker-job", "runs a runbook of its own on a machine that works for the account", "keep hybrid workers in an account of their own", EASY,
                  WRITE_RUNBOOK, ACCOUNTS + "jobs/write"),
              way("hybrid-worker-test", "tests a draft on a machine that works for the account", "keep hybrid workers in an account of their own", EASY,
                  ACCOUNTS + "runbooks/draft/content/write", ACCOUNTS + "runbooks/draft/testJob/write")),
          Ways.to("logic-apps", EdgeKind.CAN_RUN_CODE, List.of("microsoft.logic/workflows"), Ways.others("microsoft.logic/workflows"),
              way("logic-app-write", "rewrites the workflow", "deploy workflows by a pipeline only", EASY, "Microsoft.Logic/workflows/write")),
          Ways.to("data-factories", EdgeKind.CAN_RUN_CODE, List.of("microsoft.datafactory/factories"), Ways.others("microsoft.datafactory/factories"),
              way("data-factory-run", "writes a pipeline and runs it", "publish pipelines from source control only", EASY,
                  "Microsoft.DataFactory/factories/pipelines/write", "Microsoft.DataFactory/factories/pipelines/createRun/action"),
              way("data-factory-trigger", "writes a pipeline and a trigger of it", "publish pipelines from source control only", EASY,
                  "Microsoft.DataFactory/factories/pipelines/write", "Microsoft.DataFactory/factories/triggers/write",
                  "Microsoft.DataFactory/factories/triggers/start/action")),
          Ways.to("batch-keys", EdgeKind.CAN_RUN_CODE, List.of(BATCH), Ways.each(KeyedService.class, service -> service.type().equals(BATCH) && service.keys(),
                  service -> Ways.itself(service).behind(service, service.network())),
              way("batch-list-keys", "submits tasks with the account's keys", "allow sign-in by Entra only", EASY, "Microsoft.Batch/batchAccounts/listKeys/action"),
              way("batch-regenerate-keys", "submits tasks with a new key of the account", "allow sign-in by Entra only", LIKELY,
                  "Microsoft.Batch/batchAccounts/regenerateKeys/action")),
          Ways.to("batch-accounts", EdgeKind.CAN_RUN_CODE, List.of(BATCH), Ways.each(KeyedService.class, service -> service.type().equals(BATCH)),
              way("batch-pool-write", "writes a start task for the pool's nodes", "deploy pools by a pipeline only", LIKELY, "Microsoft.Batch/batchAccounts/pools/write"),
              Way.byData("azure-batch-job", "submits a job of its own", "T1648", "assign batch data roles to submitters only", EASY,
                  "Microsoft.Batch/batchAccounts/jobs/write")),
          Ways.to("databricks-workspaces", EdgeKind.CAN_RUN_CODE, List.of("microsoft.databricks/workspaces"), Ways.others("microsoft.databricks/workspaces"),
              way("databricks-admin", "signs in to the workspace as its administrator", "give nobody contributor rights on the workspace's resource", EASY,
                  "Microsoft.Databricks/workspaces/assignWorkspaceAdmin/action")),
          Ways.to("machine-learning-computes", EdgeKind.CAN_RUN_CODE, List.of("microsoft.machinelearningservices/workspaces/computes"),
              Ways.others("microsoft.machinelearningservices/workspaces/computes"),
              way("machine-learning-job", "submits a job to the compute", "give the compute no identity that its users do not have", EASY,
                  "Microsoft.MachineLearningServices/workspaces/jobs/write")),
          Ways.to("machine-learning-endpoints", EdgeKind.CAN_RUN_CODE, List.of("microsoft.machinelearningservices/workspaces/onlineendpoints"),
              Ways.others("microsoft.machinelearningservices/workspaces/onlineendpoints"),
              way("machine-learning-deployment", "deploys an image of its own at the endpoint", "publish deployments by a pipeline only", EASY,
                  "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/write")));

  private WorkflowCode() {}

  /** Machines, asked at the account that they work for. */
  private static List<Target> workers(Estate estate, EdgeSink sink) {
    var byMachine = new TreeMap<ResourceId, HybridWorker>();
    estate.inventory().all(HybridWorker.class).forEach(worker -> byMachine.putIfAbsent(worker.machine(), worker));
    return byMachine.values().stream().map(worker -> Target.of(worker.account(), worker.machine(),
        Observed.fact(worker, "/properties/vmResourceId", worker.machine().text()))).toList();
  }

  private static Way way(String name, String title, String remediation, Likelihood likelihood, String... actions) {
    return Way.by("azure-" + name, title, "T1648", remediation, likelihood, actions);
  }
}
