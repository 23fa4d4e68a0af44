"""Does the API part of the lab as a person would with boto3, takes it back, and prints every answer."""

import json
import os
import subprocess
import time

import boto3
from botocore import xform_name
from botocore.exceptions import ClientError

answers = []


def note(model, answer):
    answer.pop("ResponseMetadata", None)
    answers.append([f"{model.service_model.service_name} {xform_name(model.name, '-')}", answer])


def client(service, key=None):
    """A client of the environment's credentials, or of a key that was just made, which writes down what it is answered."""
    made = boto3.client(
        service,
        endpoint_url=os.environ["ENDPOINT"],
        **(
            {
                "aws_access_key_id": key["AccessKeyId"],
                "aws_secret_access_key": key["SecretAccessKey"],
                "aws_session_token": key.get("SessionToken"),
            }
            if key
            else {}
        ),
    )
    made.meta.events.register("after-call", lambda model, parsed, **_: note(model, dict(parsed)))
    return made


def code(seed, at):
    return subprocess.run(
        ["oathtool", "--totp", "--base32", f"--now=@{at}", seed], check=True, capture_output=True, text=True
    ).stdout.strip()


def refused(call, **parameters):
    try:
        call(**parameters)
    except ClientError:
        return
    raise AssertionError(f"{call} was not refused")


POLICY = "arn:aws:iam::aws:policy/AdministratorAccess"

root = client("iam")
client("sts").get_caller_identity()
root.create_account_alias(AccountAlias="blue-team-practice")
root.list_account_aliases()
refused(root.get_account_password_policy)
root.update_account_password_policy(
    MinimumPasswordLength=14,
    RequireSymbols=True,
    RequireNumbers=True,
    RequireUppercaseCharacters=True,
    RequireLowercaseCharacters=True,
    AllowUsersToChangePassword=True,
    PasswordReusePrevention=24,
)
root.get_account_password_policy()
root.create_group(GroupName="Admins")
root.attach_group_policy(GroupName="Admins", PolicyArn=POLICY)
root.list_attached_group_policies(GroupName="Admins")
root.create_user(UserName="ada", Path="/team/", Tags=[{"Key": "team", "Value": "blue"}])
root.get_user(UserName="ada")
refused(root.create_login_profile, UserName="ada", Password="password")
root.create_login_profile(UserName="ada", Password="correct-Horse7battery")
root.add_user_to_group(GroupName="Admins", UserName="ada")
root.list_groups_for_user(UserName="ada")
key = root.create_access_key(UserName="ada")["AccessKey"]

ada = client("iam", key)
sts = client("sts", key)
sts.get_caller_identity()
ada.get_user()
ada.list_access_keys()
device = ada.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
serial, seed = device["SerialNumber"], device["Base32StringSeed"].decode()
now = int(time.time())
enable = {"UserName": "ada", "SerialNumber": serial}
refused(ada.enable_mfa_device, **enable, AuthenticationCode1=code(seed, now), AuthenticationCode2=code(seed, now))
ada.enable_mfa_device(
    **enable, AuthenticationCode1=code(seed, now - 30), AuthenticationCode2=code(seed, now)
)
ada.list_mfa_devices()
root.list_virtual_mfa_devices(AssignmentStatus="Assigned")
refused(ada.deactivate_mfa_device, UserName="ada", SerialNumber=serial)

bare = sts.get_session_token()["Credentials"]
client("sts", bare).get_caller_identity()
refused(client("iam", bare).get_user)
token = {"SerialNumber": serial, "TokenCode": code(seed, now + 30), "DurationSeconds": 900}
session = sts.get_session_token(**token)["Credentials"]
refused(sts.get_session_token, **token)
refused(client("sts", session).get_session_token)
with_mfa = client("iam", session)
with_mfa.get_user()
with_mfa.create_account_alias(AccountAlias="red-team-practice")

# Deleting a user in AWS's order, trying too early before each step.
refused(with_mfa.delete_virtual_mfa_device, SerialNumber=serial)
refused(with_mfa.delete_user, UserName="ada")
with_mfa.delete_login_profile(UserName="ada")
refused(root.delete_user, UserName="ada")
root.delete_access_key(UserName="ada", AccessKeyId=key["AccessKeyId"])
refused(ada.get_user)
refused(root.delete_user, UserName="ada")
root.deactivate_mfa_device(UserName="ada", SerialNumber=serial)
root.delete_virtual_mfa_device(SerialNumber=serial)
refused(root.delete_user, UserName="ada")
refused(root.delete_group, GroupName="Admins")
root.remove_user_from_group(GroupName="Admins", UserName="ada")
root.delete_user(UserName="ada")
refused(with_mfa.get_user)
refused(root.get_user, UserName="ada")
refused(root.delete_group, GroupName="Admins")
root.detach_group_policy(GroupName="Admins", PolicyArn=POLICY)
root.delete_group(GroupName="Admins")
root.delete_account_password_policy()
root.delete_account_alias(AccountAlias="red-team-practice")
root.get_account_summary()

print(
    json.dumps(
        answers,
        default=lambda value: value.decode("latin1") if isinstance(value, bytes) else value.isoformat(),
    )
)
