// The application whose audience the trust asks for is made in Entra; this is the machine that the trust names.
param location string = resourceGroup().location
param interfaceId string
@secure()
param publicKey string

resource machine 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'vm-archive'
  location: location
  identity: { type: 'SystemAssigned' }
  properties: {
    hardwareProfile: { vmSize: 'Standard_D4as_v5' }
    storageProfile: {
      imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' }
      osDisk: { createOption: 'FromImage' }
    }
    osProfile: {
      computerName: 'vm-archive'
      adminUsername: 'archivist'
      linuxConfiguration: {
        disablePasswordAuthentication: true
        ssh: { publicKeys: [ { path: '/home/archivist/.ssh/authorized_keys', keyData: publicKey } ] }
      }
    }
    networkProfile: { networkInterfaces: [ { id: interfaceId } ] }
  }
}

@description('What the trust policy of the role compares with the subject of the token')
output subject string = machine.identity.principalId
