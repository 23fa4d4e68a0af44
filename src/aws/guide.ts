import { GetContactInformationCommand } from '@aws-sdk/client-account'
import type { Send } from '../lab/account.ts'
import type { Console, ConsoleTask, Page } from '../lab/console.ts'

/** What the guide does itself: everything else is a person's, in a browser. */
export type Guided = {
  /** Reads as whoever is signed in. */
  look: Send
  /** Each throws `Refused` with what to do when it cannot be done. */
  signInAsRoot: () => Promise<void>
  signInAsAdmin: () => Promise<void>
  signOut: () => void
  /** Where IAM users sign in. */
  signInUrl: () => string
}

type Words = Omit<Page, 'fields'>

/**
 * The console port for a person with a browser: it says where to go and what to click, never asks for a password,
 * a seed or a code, and leaves it to the account to show what was done.
 */
export const createGuide = ({ look, signInAsRoot, signInAsAdmin, signOut, signInUrl }: Guided): Console => {
  const words: Record<ConsoleTask, () => Words | Promise<Words>> = {
    'sign-in-as-root': () => ({
      title: 'Sign in as root',
      url: 'https://console.aws.amazon.com/',
      instructions: [
        'In another terminal: aws login --profile root (AWS CLI 2.32 or later). Choose "Root user" in the browser. No root access key is needed, and none should be made.',
        'Then come back and press Enter: the credentials are looked for anew.',
      ],
    }),
    'activate-root-mfa': async () => ({
      title: 'Assign an MFA device to root',
      url: 'https://console.aws.amazon.com/iam/home?#/security_credentials',
      instructions: [
        await phoneOnFile(look),
        'Look whether you can open the mailbox of the root e-mail address. Phone and mailbox are the way back when a device is lost.',
        'In the console as root: your account name at the top right, Security credentials, Multi-factor authentication, Assign MFA device.',
        'A passkey or an authenticator app will do. Add a second device as well: sign in again with the first one, then assign another.',
      ],
      byHand: true,
      watched: true,
    }),
    'activate-iam-access-to-billing': () => ({
      title: 'Activate IAM access to billing',
      url: 'https://console.aws.amazon.com/billing/home#/account',
      instructions: [
        'In the console as root: your account name at the top right, Account, "IAM user and role access to Billing information", Edit, tick Activate IAM Access, Update.',
        'The page then says that it is activated. No AWS API shows it: Enter is your word for it.',
      ],
      byHand: true,
    }),
    'deactivate-root-mfa': () => ({
      title: 'Remove the MFA device of root',
      url: 'https://console.aws.amazon.com/iam/home?#/security_credentials',
      instructions: ['In the console as root: Security credentials, Multi-factor authentication, Remove.'],
      byHand: true,
    }),
    'deactivate-iam-access-to-billing': () => ({
      title: 'Deactivate IAM access to billing',
      url: 'https://console.aws.amazon.com/billing/home#/account',
      instructions: [
        'In the console as root: Account, "IAM user and role access to Billing information", Edit, take the tick away, Update.',
      ],
      byHand: true,
    }),
    'sign-out': () => ({
      title: 'Sign root out',
      url: '',
      instructions: [
        'Enter lets the program forget the root credentials that it holds.',
        'Keep the browser window in which you are root open until step 11 is done: it is the way back if the admin cannot sign in. Sign out there after that.',
        'A second MFA device for root is worth having before you leave.',
      ],
    }),
    'sign-in-as-admin': () => ({
      title: 'Sign in as the admin',
      url: signInUrl(),
      instructions: [
        'Enter lets the program act with the access key of the admin, which proves that the key works.',
        'Sign in at the address above, too, in a private window, with user name and password (the credentials file has both): only that proves the password.',
      ],
    }),
  }
  const work: Partial<Record<ConsoleTask, () => void | Promise<void>>> = {
    'sign-in-as-root': signInAsRoot,
    'sign-in-as-admin': signInAsAdmin,
    'sign-out': signOut,
  }
  return {
    byHand: true,
    page: async task => ({ ...(await words[task]()), fields: {} }),
    submit: async task => {
      await work[task]?.()
      return undefined
    },
  }
}

/** The phone that AWS would call, by its last digits alone: others may see the screen. */
const phoneOnFile = (look: Send): Promise<string> =>
  look(new GetContactInformationCommand({})).then(
    ({ ContactInformation }) => {
      const digits = ContactInformation?.PhoneNumber?.replaceAll(/\D/g, '') ?? ''
      return digits === ''
        ? 'The account has no phone on file. Add one on the Account page first: it is the way back when a device is lost.'
        : `The phone on file ends in ${digits.slice(-4)}. Is it still yours?`
    },
    () => 'The phone on file could not be read. Look at it on the Account page: is it still yours?',
  )
