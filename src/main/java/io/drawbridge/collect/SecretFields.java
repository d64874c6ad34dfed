package io.drawbridge.collect;

import io.drawbridge.collect.SecretField.Unless;
import io.drawbridge.coverage.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one table of fields that may hold secret material, for files and live answers alike: a line per operation and path, in the
 * form of {@link SecretField}.
 *
 * <p>Sources: the response syntax of each operation in the AWS CLI reference, the ARM template reference, the Microsoft Graph
 * reference. <b>Not modelled:</b> secrets in descriptions, tags and names, for which {@link SecretShapes} is the last net.
 */
final class SecretFields {

  private static final String AWS =
      """
      lambda:* Environment.Variables
      ec2:* UserData
      ec2:get-password-data PasswordData
      ec2:get-console-output Output
      ec2:create-key-pair KeyMaterial
      ec2:* CustomerGatewayConfiguration
      ec2:* PreSharedKey
      autoscaling:* UserData
      ecs:* environment.value
      ecs:* command
      ecs:* entryPoint
      ecs:* healthCheck.command
      cloudformation:* ParameterValue
      cloudformation:* ResolvedValue
      cloudformation:* OutputValue
      cloudformation:* TemplateBody
      cloudformation:* ResourceProperties
      codebuild:* buildspec
      codebuild:* authorization.token
      codepipeline:* OAuthToken
      codepipeline:* EnvironmentVariables
      codepipeline:* ParameterOverrides
      ssm:get-parameter* Value
      ssm:describe-parameters Value
      ssm:get-document Content
      ssm:list-commands Parameters
      ssm:list-command-invocations Output
      ssm:get-command-invocation StandardOutputContent
      ssm:create-activation ActivationCode
      secretsmanager:* SecretString
      secretsmanager:* SecretBinary
      glue:* DefaultArguments
      glue:* NonOverridableArguments
      glue:* Arguments
      glue:* ConnectionProperties
      sagemaker:* Environment
      sagemaker:* HyperParameters
      sagemaker:* OnCreate.Content
      sagemaker:* OnStart.Content
      sagemaker:* ContainerEntrypoint
      sagemaker:* ContainerArguments
      batch:* environment.value
      batch:* command
      batch:* parameters
      bedrock-agentcore-control:* environmentVariables
      apprunner:* RuntimeEnvironmentVariables
      apprunner:* BuildCommand
      apprunner:* StartCommand
      stepfunctions:* definition
      stepfunctions:* input
      stepfunctions:* output
      apigateway:get-api-key* value
      apigateway:* variables
      apigatewayv2:* StageVariables
      apigateway:* methodIntegration.requestParameters
      apigateway:* methodIntegration.requestTemplates
      apigatewayv2:* RequestParameters
      apigatewayv2:* RequestTemplates
      appsync:list-api-keys id
      elasticbeanstalk:* OptionSettings.Value
      amplify:* environmentVariables
      amplify:* basicAuthCredentials
      cognito-idp:* ProviderDetails
      cognito-identity:* SupportedLoginProviders
      events:* Input
      events:* AuthParameters
      scheduler:* Input
      emr:* Properties
      emr:* Args
      kafkaconnect:* connectorConfiguration
      mwaa:* AirflowConfigurationOptions
      imagebuilder:* data
      opsworks:* CustomJson
      iam:create-service-specific-credential ServicePassword
      ecr:* authorizationToken
      """;

  private static final String AZURE =
      """
      arm:* appSettings.value
      arm:* connectionStrings.connectionString
      arm:* azureStorageAccounts
      arm:microsoft.resources/deployments* parameters
      arm:microsoft.resources/deployments* outputs
      arm:microsoft.resources/deployments* template
      arm:microsoft.resources/deployments* request
      arm:microsoft.resources/deployments* response
      arm:microsoft.resources/templatespecs* mainTemplate
      arm:microsoft.resources/deploymentscripts* environmentVariables
      arm:microsoft.resources/deploymentscripts* scriptContent
      arm:microsoft.resources/deploymentscripts* arguments
      arm:microsoft.resources/deploymentscripts* outputs
      arm:* osProfile.customData
      arm:* additionalUnattendContent.content
      arm:microsoft.compute* userData
      arm:* protectedSettings
      arm:* commandToExecute
      arm:microsoft.compute* settings
      arm:microsoft.hybridcompute* settings
      arm:microsoft.compute* source.script
      arm:microsoft.compute* parameters.value
      arm:microsoft.compute* protectedParameters
      arm:* keys.value
      arm:microsoft.automation/automationaccounts/variables* properties.value
      arm:microsoft.automation/automationaccounts/webhooks* uri
      arm:microsoft.automation/automationaccounts/jobs* parameters
      arm:microsoft.logic* parameters
      arm:microsoft.logic* definition
      arm:microsoft.web/connections* parameterValues
      arm:* env.value
      arm:* configuration.secrets.value
      arm:* environmentVariables.value
      arm:* environmentVariables.secureValue
      arm:* environmentSettings.value
      arm:microsoft.app/* command
      arm:microsoft.app/* args
      arm:microsoft.containerinstance* command
      arm:microsoft.batch* commandLine
      arm:microsoft.machinelearningservices* credentials
      arm:microsoft.cognitiveservices* credentials
      arm:microsoft.containerregistry/registries/tasks* encodedTaskContent
      arm:microsoft.containerregistry* passwords.value
      arm:microsoft.apimanagement/service/namedvalues* properties.value
      arm:microsoft.datafactory* typeProperties
      arm:microsoft.keyvault/vaults/secrets* properties.value
      arm:microsoft.authorization/policyassignments* parameters
      graph:* passwordProfile
      graph:* secretText
      graph:* secrets.value
      """;

  /** Names that mean the same wherever they stand. */
  private static final String EVERYWHERE =
      """
      SecretAccessKey SessionToken SecretString SecretBinary ClientSecret client_secret clientSecretValue MasterUserPassword MasterPassword
      Password adminPassword administratorLoginPassword publishingPassword storageAccountKey storageAccountAccessKey accessKey sharedKey
      primaryKey secondaryKey primaryMasterKey secondaryMasterKey primaryReadonlyMasterKey secondaryReadonlyMasterKey primaryConnectionString
      secondaryConnectionString connectionString primarySharedKey secondarySharedKey privateKey PrivateKey KeyMaterial
      authKey accountKey sasToken sasUri secretValue servicePrincipalClientSecret AuthToken authenticationToken AuthTokenValue userPassword
      radiusServerSecret
      """;

  static final List<SecretField> ALL =
      Stream.of(
              (AWS + AZURE).lines().map(line -> SecretField.of(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1))),
              Stream.of(EVERYWHERE.split("\\s+")).map(name -> SecretField.of("*", name)),
              Stream.of(
                  SecretField.of("codebuild:*", "environmentVariables.value", Unless.REFERENCE),
                  SecretField.of("arm:microsoft.web/sites/config*", "properties", Unless.NOT_SETTINGS),
                  SecretField.of("arm:microsoft.web/sites/slots/config*", "properties", Unless.NOT_SETTINGS),
                  SecretField.of("arm:microsoft.web/staticsites/config*", "properties", Unless.NOT_SETTINGS)))
          .flatMap(rows -> rows)
          .toList();

  private SecretFields() {}

  static List<SecretField> of(Operation operation) {
    return ALL.stream().filter(row -> row.appliesTo(operation)).toList();
  }
}
