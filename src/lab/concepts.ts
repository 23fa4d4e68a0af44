/** A card that explains one concept where it is first met. The same cards are the glossary. */
export type Concept = { title: string; text: string; docs: string }
export type ConceptId = keyof typeof concepts

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

export const concepts = {
  iam: {
    title: 'IAM',
    text: 'Identity and Access Management decides who may do what in an AWS account. It is free, it is the same in every Region, and every single call to AWS asks it first.',
    docs: `${guide}/introduction.html`,
  },
  root: {
    title: 'Root user',
    text: 'The identity that opened the account, signed in with its e-mail address. No policy in the account can limit it, so a leaked root password is a lost account: it is for the few tasks that need it, not for daily work.',
    docs: `${guide}/id_root-user.html`,
  },
  alias: {
    title: 'Account alias',
    text: 'A name for the account in its sign-in address, in place of twelve digits. It is unique in all of AWS, an account has one at most, and setting another replaces it without asking.',
    docs: `${guide}/console_account-alias.html`,
  },
  mfa: {
    title: 'MFA',
    text: 'Multi-factor authentication asks for something you have besides something you know. A code of six digits comes from a secret that AWS and your phone share, and lives for 30 seconds: a stolen password alone is no longer enough.',
    docs: `${guide}/id_credentials_mfa.html`,
  },
  policy: {
    title: 'Policy',
    text: 'A JSON document of statements: Allow or Deny, which actions, on which resources, under which conditions. Nothing is allowed until a policy allows it, and one Deny beats every Allow.',
    docs: `${guide}/access_policies.html`,
  },
  group: {
    title: 'Group',
    text: 'A set of users that share policies. Permissions go to the group, people go in and out of it. A group cannot sign in, cannot hold another group, and cannot be a principal in a policy.',
    docs: `${guide}/id_groups.html`,
  },
  user: {
    title: 'IAM user',
    text: 'One person or program in one account, with credentials of its own: a password, access keys, MFA devices. It begins with no permissions at all.',
    docs: `${guide}/id_users.html`,
  },
  role: {
    title: 'Role',
    text: 'An identity with policies but no password and no keys. Whoever its trust policy names may assume it and gets credentials that expire. A role is not attached to a user or a group: it is taken on.',
    docs: `${guide}/id_roles.html`,
  },
  'console-access': {
    title: 'Console access',
    text: 'Signing in to the AWS web console with a user name and a password, and a code if there is MFA. A user has it once it has a login profile.',
    docs: `${guide}/id_users_sign-in.html`,
  },
  'programmatic-access': {
    title: 'Programmatic access',
    text: 'Calling AWS from a command line, a program or an SDK. Each request is signed with an access key or with temporary credentials; a password is never sent.',
    docs: `${guide}/security-creds-programmatic-access.html`,
  },
  'access-key': {
    title: 'Access key',
    text: 'An id that is no secret and a secret that AWS shows once, when the key is made. It works until somebody deletes it, from anywhere, without MFA: keep few, keep them safe, replace them often.',
    docs: `${guide}/id_credentials_access-keys.html`,
  },
} satisfies Record<string, Concept>
