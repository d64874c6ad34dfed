// What commands the instance from Azure: an extension on its Arc machine.
param location string = resourceGroup().location

resource machine 'Microsoft.HybridCompute/machines@2024-07-10' existing = {
  name: 'crane'
}

resource script 'Microsoft.HybridCompute/machines/extensions@2024-07-10' = {
  parent: machine
  name: 'CustomScript'
  location: location
  properties: {
    publisher: 'Microsoft.Azure.Extensions'
    type: 'CustomScript'
    settings: { commandToExecute: 'systemctl status crane' }
  }
}
