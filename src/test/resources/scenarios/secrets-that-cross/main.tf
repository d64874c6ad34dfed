# Both halves of an application's credential in a function's environment: what the estate should not have.
variable "client_secret" {
  type      = string
  sensitive = true
}

resource "aws_lambda_function" "price_sync" {
  function_name = "price-sync"
  role          = aws_iam_role.price_sync.arn
  runtime       = "python3.13"
  handler       = "main.run"
  filename      = "price-sync.zip"

  environment {
    variables = {
      AZURE_TENANT_ID     = "7c429845-b1e2-4bdf-a3fc-ccd2f9ae8517"
      AZURE_CLIENT_ID     = "cc6675d5-ac89-484d-aa0c-d4c798d787f4"
      AZURE_CLIENT_SECRET = var.client_secret
    }
  }
}

resource "aws_iam_role" "price_sync" {
  name = "price-sync-exec"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
