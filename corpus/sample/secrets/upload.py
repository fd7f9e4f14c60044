import boto3

session = boto3.Session(
    aws_access_key_id="AKIAKKPF6IQCVV6NGO2N",
    aws_secret_access_key="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",
)
