// The identity that a service account of the cluster in AWS signs in as.
param location string = resourceGroup().location
@description('identity.oidc.issuer of the EKS cluster')
param issuer string

resource forecast 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-forecast'
  location: location
}

resource runner 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: forecast
  name: 'forecast'
  properties: {
    issuer: issuer
    subject: 'system:serviceaccount:forecast:runner'
    audiences: [ 'api://AzureADTokenExchange' ]
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'kv-iso-forecast'
}

resource secrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, forecast.id, 'secrets')
  properties: {
    principalId: forecast.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
  }
}
