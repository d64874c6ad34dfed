# The two trusts that admit the repository.
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "release" {
  name = "release-booking-site"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:tidewater-ferries/booking-site:ref:refs/heads/*" }
      }
    }]
  })
}

resource "azuread_application" "release" {
  display_name = "release-booking-site"
}

resource "azuread_service_principal" "release" {
  client_id = azuread_application.release.client_id
}

resource "azuread_application_federated_identity_credential" "main" {
  application_id = azuread_application.release.id
  display_name   = "main"
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:tidewater-ferries/booking-site:ref:refs/heads/main"
  audiences      = ["api://AzureADTokenExchange"]
}

resource "azurerm_role_assignment" "secrets" {
  scope                = azurerm_resource_group.booking.id
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azuread_service_principal.release.object_id
}

resource "azurerm_resource_group" "booking" {
  name     = "rg-1"
  location = "westeurope"
}
