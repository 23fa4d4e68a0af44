import {
  AttachGroupPolicyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { actionName, type ApiCall } from '../../src/lab/account.ts'
import { commandLine } from '../../src/lab/command-line.ts'

const UserName = 'admin'
const SerialNumber = 'arn:aws:iam::111122223333:mfa/admin'

const table: [ApiCall, action: string, line: string][] = [
  [new GetCallerIdentityCommand({}), 'sts:GetCallerIdentity', 'aws sts get-caller-identity'],
  [
    new AttachGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    'iam:AttachGroupPolicy',
    'aws iam attach-group-policy --group-name Admins --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
  ],
  [
    new CreateLoginProfileCommand({ UserName, Password: 'correct-Horse-7', PasswordResetRequired: false }),
    'iam:CreateLoginProfile',
    "aws iam create-login-profile --user-name admin --password '••••••••' --no-password-reset-required",
  ],
  [
    new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14, RequireSymbols: true }),
    'iam:UpdateAccountPasswordPolicy',
    'aws iam update-account-password-policy --minimum-password-length 14 --require-symbols',
  ],
  [
    new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'admin' }),
    'iam:CreateVirtualMFADevice',
    'aws iam create-virtual-mfa-device --virtual-mfa-device-name admin --outfile seed.txt --bootstrap-method Base32StringSeed',
  ],
  [
    new EnableMFADeviceCommand({
      UserName,
      SerialNumber,
      AuthenticationCode1: '<code 1>',
      AuthenticationCode2: '123456',
    }),
    'iam:EnableMFADevice',
    `aws iam enable-mfa-device --user-name admin --serial-number ${SerialNumber} --authentication-code1 '<code 1>' --authentication-code2 '••••••••'`,
  ],
  [
    new CreateUserCommand({ UserName: "o'neil", Tags: [{ Key: 'team', Value: 'a b' }] }),
    'iam:CreateUser',
    `aws iam create-user --user-name 'o'\\''neil' --tags '[{"Key":"team","Value":"a b"}]'`,
  ],
]

test.each(table)('%#: is printed as the aws line it is, secrets masked', (call, action, line) => {
  expect([actionName(call), commandLine(call)]).toEqual([action, line])
})
