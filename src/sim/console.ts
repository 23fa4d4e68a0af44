import type { BillingPage, Credentials, Phone } from '../lab/account.ts'
import { Refused, type Console, type ConsoleTask, type Page } from '../lab/console.ts'
import type { Values } from '../lab/field.ts'
import { mfaCodeField, mfaCodeFields, otpauthUri, sameCodes, takeNextCodes } from '../lab/mfa.ts'
import { passwordProblem } from '../lab/password.ts'
import { authorize } from './authorize/authorize.ts'
import { callerOf } from './caller.ts'
import { AwsError } from './errors.ts'
import { eventOf, type Happening } from './history/event.ts'
import { stamp } from './iam/ids.ts'
import { deviceKey, findDevice, isOf, mfaSessionWanted, putDevice } from './iam/mfa-device.ts'
import { isExpired, requirePassword, withPassword } from './iam/password.ts'
import { addSession, newSession } from './session.ts'
import type { MFADeviceRow, Owner, SessionRow, State, Store, UserRow } from './state.ts'
import { attempted, codeAt, newSeed, stepAt, synchronized, verifyCode } from './totp.ts'

export type Desk = {
  store: Store
  /** The account's time. */
  now: () => Date
  /** The machine's time, which codes go by. */
  machineNow: () => Date
  /** Hears who is signed in: their credentials, or nobody. */
  signedIn: (credentials: Credentials | undefined) => void
}

/** What AWS's sign-in page says to a wrong name, password or code alike, so that nobody learns which of them was right. */
const incorrect = 'Your authentication information is incorrect. Please try again.'

/** What the page says to who may not change a password: https://repost.aws/knowledge-center/iam-user-password-error */
const mayNotChange =
  'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator'

/** "The IAM user cannot access the console until an administrator resets the password" (API_UpdateAccountPasswordPolicy, HardExpiry). The page's own words were looked for and not found. */
const hardExpired = 'Your password has expired. An administrator has to reset it before you can sign in.'

const wrongCodes = `Authentication code for device is not valid. ${takeNextCodes}`
const tooManyCodes =
  'Authentication code for device is not valid. Nine tries in three minutes are the most: wait a little.'

/** As sign-in events of the CloudTrail user guide say it. */
const failedAuthentication = 'Failed authentication'

/** A console session ends after twelve hours (IAM user guide, console sign-in). */
const sessionSeconds = 12 * 60 * 60

/** Where a sign-in stands between two pages. */
type SignIn = { owner: Owner; mfa: boolean; newPassword?: true }

/**
 * The AWS console, simulated: each task changes the same account that the API then shows. Passwords and codes are really checked.
 * `openAsRoot` signs in through the practice account itself, for what is done to it as a whole. `phone` has every device of the account, and the one that is just being set up.
 */
export const createConsole = (
  desk: Desk,
): Console & { phone: Phone; billing: BillingPage; openAsRoot: () => void } => {
  const { store, signedIn } = desk
  const { state } = store
  let current: { owner: Owner; sessionId: string } | undefined
  let signIn: SignIn | undefined
  let settingUp: MFADeviceRow | undefined

  const happened = (owner: Owner, happening: Happening, session?: SessionRow) =>
    store.record(
      eventOf(state, callerOf(state, owner, session?.id ?? '', session), desk.now(), {
        userAgent: 'signin.amazonaws.com',
        ...happening,
      }),
    )
  /** Somebody was let in, or not: sign-in events of the CloudTrail user guide. */
  const signInSeen = (owner: Owner, mfa: boolean, failure?: string) =>
    happened(owner, {
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      eventType: 'AwsConsoleSignIn',
      readOnly: false,
      ...(failure !== undefined && { errorMessage: failure }),
      responseElements: { ConsoleLogin: failure === undefined ? 'Success' : 'Failure' },
      additionalEventData: { MobileVersion: 'No', MFAUsed: mfa ? 'Yes' : 'No' },
    })
  /** Root did something on a page. */
  const rootDid = (eventSource: string, eventName: string, requestParameters: object | null = null) =>
    happened(
      { type: 'root' },
      {
        eventSource,
        eventName,
        eventType: eventSource === 'iam.amazonaws.com' ? 'AwsApiCall' : 'AwsConsoleAction',
        readOnly: false,
        requestParameters,
      },
      state.sessions.get(current!.sessionId),
    )

  const devicesOf = (owner: Owner) => [...state.mfaDevices.values()].filter(device => isOf(device, owner))

  /** What comes after a right password: a code if there is a device, a new password if one is wanted, else the console itself. */
  const onward = (attempt: SignIn): Page | undefined => {
    signIn = attempt
    if (!attempt.mfa && devicesOf(attempt.owner).length > 0) return codePage()
    if (attempt.owner.type === 'user' && !attempt.newPassword) {
      const profile = state.userById(attempt.owner.userId)!.loginProfile!
      const expired = isExpired(state, profile, desk.now())
      if (expired && state.account.passwordPolicy?.HardExpiry) throw new Refused(hardExpired)
      if (expired || profile.resetRequired) return newPasswordPage()
    }
    enter(attempt)
    signInSeen(attempt.owner, attempt.mfa)
    return undefined
  }

  const consoleSession = ({ owner, mfa }: SignIn) =>
    newSession({ owner, mfa, kind: 'console', now: desk.now(), seconds: sessionSeconds })

  const enter = ({ owner, mfa }: SignIn) => {
    const now = desk.now()
    const session = consoleSession({ owner, mfa })
    store.transact(state => {
      if (current) state.sessions.delete(current.sessionId)
      addSession(state, session, now)
      if (owner.type === 'root') return state.setAccount({ rootPasswordLastUsed: stamp(now) })
      const user = state.userById(owner.userId)!
      state.users.put(user.name.toLowerCase(), { ...user, passwordLastUsed: stamp(now) })
    })
    signIn = undefined
    current = { owner, sessionId: session.id }
    signedIn({ accessKeyId: session.id, secretAccessKey: session.secret, sessionToken: session.token })
  }

  const checkCode = ({ MFACode = '' }: Values): Page | undefined => {
    const attempt = signIn!
    const tries = devicesOf(attempt.owner).map(device => attempted(device, desk.machineNow()))
    for (const { device, tooMany } of tries) {
      const accepted = tooMany ? undefined : verifyCode(device, MFACode, desk.machineNow())
      if (!accepted) continue
      // A right code is no try that is counted: signing in often is no guessing.
      const { attempts } = findDevice(state, device.serialNumber)
      store.transact(state => putDevice(state, { ...accepted, attempts }))
      return onward({ ...attempt, mfa: true })
    }
    store.transact(state => tries.forEach(({ device }) => putDevice(state, device)))
    signInSeen(attempt.owner, true, failedAuthentication)
    if (tries.some(({ tooMany }) => tooMany)) throw new Refused(tooManyCodes, 'MFACode')
    throw new Refused(
      `${incorrect} A code works once and for a short while: take the one that comes next.`,
      'MFACode',
    )
  }

  const changePassword = ({ NewPassword = '' }: Values): Page | undefined => {
    const attempt = signIn!
    const user = attempt.owner.type === 'user' && state.userById(attempt.owner.userId)
    if (!user) throw new Refused(incorrect)
    if (NewPassword === user.loginProfile?.password)
      throw new Refused('The new password is the old one. Choose another.', 'NewPassword')
    const session = consoleSession(attempt)
    const caller = callerOf(state, attempt.owner, session.id, session)
    try {
      authorize(caller, 'iam:ChangePassword', {}, state, { now: desk.now() })
      store.transact(state => {
        requirePassword(state, user, NewPassword)
        const loginProfile = withPassword(user.loginProfile, NewPassword, false, desk.now())
        state.users.put(user.name.toLowerCase(), { ...user, loginProfile })
      })
    } catch (error) {
      if (error instanceof AwsError)
        throw new Refused(error.code === 'AccessDenied' ? mayNotChange : error.message, 'NewPassword')
      throw error
    }
    return onward({ ...attempt, newPassword: true })
  }

  const requireRoot = () => {
    if (current?.owner.type !== 'root') throw new Refused('Only the root user can do this. Sign in as root.')
  }

  const setBilling = (billingAccess: boolean) => {
    requireRoot()
    store.transact(state => state.setAccount({ billingAccess }))
    rootDid('billingconsole.amazonaws.com', 'SetIAMAccessPreference')
  }

  const tasks: Record<ConsoleTask, { page: () => Page; submit: (values: Values) => Page | undefined }> = {
    'sign-in-as-root': {
      page: () => rootSignInPage(state),
      submit: ({ Email = '', Password = '' }) => {
        const { rootEmail, rootPassword } = state.account
        if (Email.trim().toLowerCase() !== rootEmail.toLowerCase()) throw new Refused(incorrect, 'Password')
        if (Password !== rootPassword) {
          signInSeen({ type: 'root' }, false, failedAuthentication)
          throw new Refused(incorrect, 'Password')
        }
        return onward({ owner: { type: 'root' }, mfa: false })
      },
    },
    'sign-in-as-admin': {
      page: () => userSignInPage(state),
      submit: ({ Account = '', UserName = '', Password = '' }) => {
        const user = state.users.get(UserName.toLowerCase())
        const { id, alias } = state.account
        const right =
          [id, alias].includes(Account.trim()) &&
          user?.loginProfile !== undefined &&
          user.loginProfile.password === Password
        if (!right) {
          if (user) signInSeen({ type: 'user', userId: user.id }, false, failedAuthentication)
          throw new Refused(incorrect, 'Password')
        }
        return onward({ owner: { type: 'user', userId: user.id }, mfa: false })
      },
    },
    'sign-out': {
      page: () => signOutPage,
      submit: () => {
        if (current) store.transact(state => state.sessions.delete(current!.sessionId))
        current = undefined
        signedIn(undefined)
        return undefined
      },
    },
    'activate-root-mfa': {
      page: () => {
        settingUp = newRootDevice(state, desk.now())
        return rootMfaPage(state, settingUp)
      },
      submit: ({ MFACode1 = '', MFACode2 = '' }) => {
        requireRoot()
        const owned = devicesOf({ type: 'root' }).length
        // AWS refuses a root session without MFA a second device; how the page words it is not known.
        if (owned > 0 && !state.sessions.get(current!.sessionId)?.mfa) throw new Refused(mfaSessionWanted)
        // As many as a user: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
        if (owned >= 8) throw new Refused('Cannot exceed quota for MFADevicesPerUser: 8')
        if (MFACode1 === MFACode2) throw new Refused(sameCodes, 'MFACode2')
        const { device, tooMany } = attempted(settingUp!, desk.machineNow())
        settingUp = device
        const taken = tooMany ? undefined : synchronized(device, MFACode1, MFACode2, desk.machineNow())
        if (!taken) throw new Refused(tooMany ? tooManyCodes : wrongCodes, 'MFACode1')
        store.transact(state =>
          putDevice(state, { ...taken, owner: { type: 'root' }, enabledAt: stamp(desk.now()) }),
        )
        const { name, serialNumber } = taken
        rootDid('iam.amazonaws.com', 'CreateVirtualMFADevice', { virtualMFADeviceName: name })
        rootDid('iam.amazonaws.com', 'EnableMFADevice', { serialNumber })
        settingUp = undefined
        return undefined
      },
    },
    'deactivate-root-mfa': {
      page: () => deactivateMfaPage,
      submit: () => {
        requireRoot()
        store.transact(state => {
          for (const device of devicesOf({ type: 'root' }))
            state.mfaDevices.delete(deviceKey(device.serialNumber))
        })
        return undefined
      },
    },
    'activate-iam-access-to-billing': {
      page: () => billingPage('Activate IAM access', 'Tick "Activate IAM Access" and choose Update.'),
      submit: () => {
        setBilling(true)
        return undefined
      },
    },
    'deactivate-iam-access-to-billing': {
      page: () => billingPage('Deactivate IAM access', 'Untick "Activate IAM Access" and choose Update.'),
      submit: () => {
        setBilling(false)
        return undefined
      },
    },
  }

  return {
    page: async task => tasks[task].page(),
    submit: async (task, values) => {
      if (signIn && 'MFACode' in values) return checkCode(values)
      if (signIn && 'NewPassword' in values) return changePassword(values)
      return tasks[task].submit(values)
    },
    openAsRoot: () => enter({ owner: { type: 'root' }, mfa: true }),
    phone: {
      codes: () => {
        const rows = [...state.mfaDevices.values(), ...(settingUp ? [settingUp] : [])]
        return rows.map(device => phoneCode(device, state, desk.machineNow()))
      },
    },
    billing: {
      look: () => billingLines(state, current?.owner),
      toggle: () =>
        store.transact(state => state.setAccount({ billingAccess: !state.account.billingAccess })),
    },
  }
}

const rootSignInPage = ({ account }: State): Page => ({
  title: 'Sign in as root user',
  url: 'https://console.aws.amazon.com/',
  instructions: [
    `Welcome to your practice account. Root signs in as ${account.rootEmail}, with the password ${account.rootPassword}`,
    'Choose "Root user", type the e-mail address, choose Next, type the password.',
  ],
  fields: {
    Email: {
      label: 'Root user e-mail',
      type: 'text',
      limits: 'The address the account was opened with.',
      initial: account.rootEmail,
    },
    Password: {
      label: 'Password',
      type: 'password',
      limits: 'The password of the root user.',
      initial: account.rootPassword,
    },
  },
})

const userSignInPage = ({ account, users }: State): Page => ({
  title: 'Sign in as IAM user',
  url: `https://${account.alias ?? account.id}.signin.aws.amazon.com/console`,
  instructions: [
    'An IAM user signs in at the address of its account: alias or account id, user name, password.',
  ],
  fields: {
    Account: {
      label: 'Account alias or id',
      type: 'text',
      limits: 'The alias, or the twelve digits of the account id.',
      initial: account.alias ?? account.id,
    },
    UserName: {
      label: 'IAM user name',
      type: 'text',
      limits: 'The name of the user, not an e-mail address.',
      initial: about => about.chosen('admin-user')['UserName'] ?? '',
    },
    Password: {
      label: 'Password',
      type: 'password',
      limits: 'The console password of the user.',
      initial: about =>
        users.get((about.chosen('admin-user')['UserName'] ?? '').toLowerCase())?.loginProfile?.password ?? '',
    },
  },
})

const codePage = (): Page => ({
  title: 'Multi-factor authentication',
  url: 'https://console.aws.amazon.com/',
  instructions: ['Type the code that your authenticator app shows for this account.'],
  fields: { MFACode: mfaCodeField() },
})

const newPasswordPage = (): Page => ({
  title: 'Change your password',
  url: 'https://console.aws.amazon.com/',
  instructions: ['You must change your password to go on.'],
  fields: {
    NewPassword: {
      label: 'New password',
      type: 'password',
      limits: 'As the password policy says, and not the old one.',
      initial: about => about.chosen('admin-sign-in')['NewPassword'] ?? '',
      problem: (value, about) => passwordProblem(value, about.passwordPolicy),
    },
  },
})

const signOutPage: Page = {
  title: 'Sign out',
  url: 'https://console.aws.amazon.com/',
  instructions: ['Choose the account menu at the top right, then Sign out. The root session ends.'],
  fields: {},
}

/** The first device has the name that AWS gave it when there was but one; the console asks for those of others, and here they are numbered. */
const newRootDevice = ({ account, mfaDevices }: State, now: Date): MFADeviceRow => {
  const numbered = (n: number) => (n === 1 ? 'root-account-mfa-device' : `root-account-mfa-device-${n}`)
  const serial = (name: string) => `arn:aws:iam::${account.id}:mfa/${name}`
  let n = 1
  while (mfaDevices.has(deviceKey(serial(numbered(n))))) n++
  return {
    serialNumber: serial(numbered(n)),
    name: numbered(n),
    path: '/',
    seed: newSeed(),
    createdAt: stamp(now),
    tags: [],
    attempts: [],
  }
}

const rootMfaPage = ({ account }: State, { name, seed }: MFADeviceRow): Page => ({
  title: 'Set up the device of root',
  url: 'https://console.aws.amazon.com/iam/home#/security_credentials',
  instructions: [
    'In the console: Security credentials, Assign MFA device, Authenticator app.',
    'Scan the QR code with an authenticator app, or type the secret into it.',
    'Type the code that it shows. Wait until it changes, and type the next one.',
  ],
  shows: { seed, otpauth: otpauthUri(name, account.id, seed) },
  fields: mfaCodeFields('MFACode'),
})

const deactivateMfaPage: Page = {
  title: 'Remove the device of root',
  url: 'https://console.aws.amazon.com/iam/home#/security_credentials',
  instructions: ['Security credentials, choose the device, Remove.'],
  fields: {},
}

const billingPage = (title: string, last: string): Page => ({
  title,
  url: 'https://console.aws.amazon.com/billing/home#/account',
  instructions: ['Open Account, find "IAM user and role access to Billing information", choose Edit.', last],
  fields: {},
})

const phoneCode = (device: MFADeviceRow, state: State, machineNow: Date) => {
  const milliseconds = machineNow.getTime()
  const at = (steps: number) => codeAt(device.seed, new Date(milliseconds + steps * 30_000))
  const owner = device.owner?.type === 'user' ? state.userById(device.owner.userId)?.name : device.owner?.type
  // AWS takes codes of up to two steps ahead, and none that is not newer than the last one.
  const ahead = Math.max(0, (device.lastStep ?? 0) + 1 - stepAt(machineNow))
  return {
    label: owner ? `${owner}@${state.account.id}` : `${device.name}@${state.account.id}`,
    serialNumber: device.serialNumber,
    code: at(0),
    next: at(1),
    usable: ahead > 2 ? undefined : at(ahead),
    secondsLeft: 30 - Math.floor((milliseconds / 1000) % 30),
  }
}

/** With the switch off the console says which permission is missing, to whomever is not root (aws-facts: billing:GetIAMAccessPreference). */
const billingLines = ({ account, userById }: State, owner: Owner | undefined): string[] => {
  if (owner === undefined) return ['Nobody is signed in.']
  const who = owner.type === 'root' ? 'root' : nameOf(userById(owner.userId))
  return owner.type === 'root' || account.billingAccess
    ? [
        `Billing and Cost Management, as ${who}`,
        'Month-to-date cost: $0.00',
        'Nothing in this account costs anything.',
      ]
    : [
        `Billing and Cost Management, as ${who}`,
        'You need permissions.',
        'You don’t have permission to billing:GetIAMAccessPreference. IAM access to billing is not activated in this account: root alone can change that, whatever your policies allow.',
      ]
}

const nameOf = (user: Readonly<UserRow> | undefined) => user?.name ?? 'a user that is gone'
