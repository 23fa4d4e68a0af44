import { GetUserCommand, TagUserCommand, CreateUserCommand } from '@aws-sdk/client-iam'
import { join } from 'node:path'
import { connect } from '../src/aws/connect.ts'
import { freshAccount } from '../src/sim/fresh-account.ts'
import { newSession } from '../src/sim/session.ts'
import { createSimulator, requestHandler, type Exchange } from '../src/sim/simulator.ts'
import { openStore } from '../src/sim/store.ts'

const getUserAnswer = Buffer.from(
  '<GetUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetUserResult><User><Path>/</Path><UserName>ada</UserName><UserId>AIDACKCEVSQ6C2EXAMPLE</UserId><Arn>arn:aws:iam::111122223333:user/ada</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate></User></GetUserResult><ResponseMetadata><RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId></ResponseMetadata></GetUserResponse>',
)
const tagUserAnswer = Buffer.from(
  '<TagUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata><RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId></ResponseMetadata></TagUserResponse>',
)

const answering =
  (body: Buffer): Exchange =>
  async () => ({ statusCode: 200, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': 'x' }, body })

/** The same calls, by the same client: on an account that is kept on disk, and on a handler that answers at once. */
export const open = async (home: string) => {
  const { store } = openStore(join(home, 'bench'), {
    now: () => new Date(),
    create: () => freshAccount({ now: new Date(), id: '111122223333' }),
  })
  const session = newSession({
    owner: { type: 'root' },
    mfa: true,
    kind: 'console',
    now: new Date(),
    seconds: 3600,
  })
  store.transact(state => state.sessions.put(session.id, session))
  const credentials = {
    accessKeyId: session.id,
    secretAccessKey: session.secret,
    sessionToken: session.token,
  }
  const client = (exchange: Exchange) =>
    connect({ credentials, requestHandler: requestHandler(exchange) as never })
  const real = client(createSimulator(store))
  await real(new CreateUserCommand({ UserName: 'ada' }))
  const get = () => new GetUserCommand({ UserName: 'ada' })
  const tag = (round: number) =>
    new TagUserCommand({ UserName: 'ada', Tags: [{ Key: 'round', Value: String(round) }] })
  const emptyGet = client(answering(getUserAnswer))
  const emptyTag = client(answering(tagUserAnswer))
  return {
    calls: {
      'GetUser, a read': { real: () => real(get()), empty: () => emptyGet(get()) },
      'TagUser, stored': {
        real: (round: number) => real(tag(round)),
        empty: (round: number) => emptyTag(tag(round)),
      },
    },
    close: store.close,
  }
}
