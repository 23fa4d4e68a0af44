"""Makes the calls that stand on stdin as JSON, and prints what came of each."""

import json
import os
import sys

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError


def client(service, credentials):
    # What the client would refuse by itself has to get to the account.
    config = Config(
        parameter_validation=False,
        signature_version=None if credentials else UNSIGNED,
    )
    return boto3.client(
        service,
        endpoint_url=os.environ["ENDPOINT"],
        config=config,
        aws_access_key_id=credentials and credentials["accessKeyId"],
        aws_secret_access_key=credentials and credentials["secretAccessKey"],
        aws_session_token=credentials and credentials.get("sessionToken"),
    )


def outcome(call):
    service = client(call["service"], call["credentials"])
    methods = {operation: method for method, operation in service.meta.method_to_api_mapping.items()}
    try:
        answer = getattr(service, methods[call["operation"]])(**call["input"])
    except ClientError as error:
        answer = error.response
    return {
        "status": answer["ResponseMetadata"]["HTTPStatusCode"],
        "code": answer.get("Error", {}).get("Code"),
        "message": answer.get("Error", {}).get("Message"),
    }


print(json.dumps([outcome(call) for call in json.load(sys.stdin)]))
