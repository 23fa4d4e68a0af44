"""Reads lists page by page and as one, waits, calls by a presigned URL, and prints what it saw."""

import json
import os
import urllib.error
import urllib.request

import boto3
from botocore.exceptions import WaiterError

client = boto3.client("iam", endpoint_url=os.environ["ENDPOINT"])

pages = []
client.meta.events.register(
    "after-call.iam.ListUsers", lambda parsed, **_: pages.append(len(parsed.get("Users", [])))
)


def names(result, key, name):
    return [item[name] for item in result[key]]


def listed(operation, key, name, **config):
    paginator = client.get_paginator(operation)
    return names(paginator.paginate(PaginationConfig=config).build_full_result(), key, name)


def opened(url, method="GET"):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method=method)) as answer:
            return [answer.status, answer.read().decode()]
    except urllib.error.HTTPError as error:
        return [error.code, error.read().decode()]


def waited(waiter, name):
    try:
        client.get_waiter(waiter).wait(UserName=name, WaiterConfig={"Delay": 0, "MaxAttempts": 3})
        return "there"
    except WaiterError as error:
        return str(error)


one = client.list_users(MaxItems=1000)
small = listed("list_users", "Users", "UserName", PageSize=7)
by_seven = pages[1:]
presigned = client.generate_presigned_url(
    "get_user", {"UserName": "user-0001"}, ExpiresIn=60, HttpMethod="GET"
)

print(
    json.dumps(
        {
            "usersAsOne": [names(one, "Users", "UserName"), one["IsTruncated"]],
            "usersBySeven": [small, by_seven],
            "usersUpToTen": listed("list_users", "Users", "UserName", PageSize=4, MaxItems=10),
            "groupsBySeven": listed("list_groups", "Groups", "GroupName", PageSize=7),
            "policiesByTwo": listed("list_policies", "Policies", "Arn", PageSize=2),
            "policiesAsOne": names(client.list_policies(MaxItems=1000), "Policies", "Arn"),
            "waiters": [waited("user_exists", "user-0001"), waited("user_exists", "nobody")],
            "presigned": opened(presigned),
            "presignedAndChanged": opened(presigned.replace("user-0001", "user-0002")),
            "presignedForGet": opened(presigned, "HEAD")[0],
        }
    )
)
