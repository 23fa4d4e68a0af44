"""Makes a virtual MFA device and prints its seed, and its picture in Base64."""

import base64
import json
import os

import boto3

client = boto3.client("iam", endpoint_url=os.environ["ENDPOINT"])
device = client.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
print(json.dumps([device["Base32StringSeed"].decode(), base64.b64encode(device["QRCodePNG"]).decode()]))
