# The provider that knows the application's certificate, and a role that asks it who comes.
resource "aws_iam_saml_provider" "entra" {
  name                   = "entra"
  saml_metadata_document = file("${path.module}/federation-metadata.xml")
}

resource "aws_iam_role" "operator" {
  name = "press-operator"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_saml_provider.entra.arn }
      Action    = "sts:AssumeRoleWithSAML"
      Condition = { StringEquals = { "SAML:aud" = "https://signin.aws.amazon.com/saml" } }
    }]
  })
}

# The permission set of whoever is in the provisioned group.
data "aws_ssoadmin_instances" "center" {}

data "aws_identitystore_group" "press_control" {
  identity_store_id = data.aws_ssoadmin_instances.center.identity_store_ids[0]
  alternate_identifier {
    unique_attribute {
      attribute_path  = "DisplayName"
      attribute_value = "grp-press-control"
    }
  }
}

resource "aws_ssoadmin_permission_set" "press_control" {
  name         = "PressControl"
  instance_arn = data.aws_ssoadmin_instances.center.arns[0]
}

resource "aws_ssoadmin_account_assignment" "press_control" {
  instance_arn       = data.aws_ssoadmin_instances.center.arns[0]
  permission_set_arn = aws_ssoadmin_permission_set.press_control.arn
  principal_id       = data.aws_identitystore_group.press_control.group_id
  principal_type     = "GROUP"
  target_id          = "829104663517"
  target_type        = "AWS_ACCOUNT"
}
