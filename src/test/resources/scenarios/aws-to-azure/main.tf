# What lets the role in; the account's outbound federation is enabled once, by `aws iam enable-outbound-web-identity-federation`.
resource "aws_iam_role_policy" "token" {
  name = "silo-operations"
  role = "silo-operations"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:GetWebIdentityToken"
      Resource  = "*"
      Condition = { "ForAnyValue:StringEquals" = { "sts:IdentityTokenAudience" = "api://AzureADTokenExchange" } }
    }]
  })
}

resource "azuread_application" "silo" {
  display_name = "silo-operations"
}

resource "azuread_service_principal" "silo" {
  client_id = azuread_application.silo.client_id
}

resource "azuread_application_federated_identity_credential" "silo" {
  application_id = azuread_application.silo.id
  display_name   = "silo"
  issuer         = "https://24ec3781-74ef-4dab-a89a-111c5214c7ec.tokens.sts.global.api.aws"
  subject        = "arn:aws:iam::715530284466:role/silo-operations"
  audiences      = ["api://AzureADTokenExchange"]
}

resource "azurerm_role_assignment" "owner" {
  scope                = "/subscriptions/f0429872-1dbb-4724-a598-f9cb5407bd9c"
  role_definition_name = "Owner"
  principal_id         = azuread_service_principal.silo.object_id
}
