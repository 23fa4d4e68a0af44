import type { Data, Owner } from '../../src/sim/state.ts'

/** What does not hold in an account: each sentence names a row. Empty when all its tables fit together. */
export const inconsistencies = (data: Data): string[] => {
  const { users, groups, roles, policies, accessKeys, mfaDevices } = data
  const wrong: string[] = []
  const check = (holds: boolean, sentence: string) => {
    if (!holds) wrong.push(sentence)
  }
  const groupIds = new Set([...groups.values()].map(({ id }) => id))
  const userIds = new Map([...users.values()].map(user => [user.id, user]))
  check(userIds.size === users.size && groupIds.size === groups.size, 'two rows share an id')

  const policyArns = new Set(
    [...policies.values()].map(({ path, name }) => `arn:aws:iam::111122223333:policy${path}${name}`),
  )
  const isPolicy = (arn: string) => arn.startsWith('arn:aws:iam::aws:policy/') || policyArns.has(arn)
  for (const table of [users, groups, roles])
    for (const [key, { attached }] of table)
      check(attached.every(isPolicy), `${key} has a policy that is not there`)
  for (const table of [users, roles])
    for (const [key, { permissionsBoundary: arn }] of table)
      check(arn === undefined || isPolicy(arn), `${key} has a boundary that is not there`)
  for (const [key, { name, versions, defaultVersion, newest, tags }] of policies) {
    const numbers = versions.map(({ id }) => Number(id.slice(1)))
    check(key === name.toLowerCase(), `policy ${name} stands at ${key}`)
    check(
      versions.some(({ id }) => id === defaultVersion),
      `policy ${key} has a default that is not there`,
    )
    check(
      numbers.length <= 5 && numbers.every((number, index) => number > (numbers[index - 1] ?? 0)),
      `policy ${key} has versions ${numbers}`,
    )
    check(numbers.at(-1)! <= newest, `policy ${key} has a version beyond ${newest}`)
    check(
      tags.length <= 50 && new Set(tags.map(tag => tag.Key)).size === tags.length,
      `policy ${key} has tags wrong`,
    )
  }

  for (const [key, user] of users) {
    const isOwner = (owner: Owner | undefined) => owner?.type === 'user' && owner.userId === user.id
    check(key === user.name.toLowerCase(), `user ${user.name} stands at ${key}`)
    check(
      user.groups.every(id => groupIds.has(id)),
      `user ${key} is in a group that is not there`,
    )
    check(
      user.accessKeys.every(id => isOwner(accessKeys.get(id)?.owner)),
      `user ${key} has a key that is another's`,
    )
    check(
      user.mfaDevices.every(serial => {
        const device = mfaDevices.get(serial.toLowerCase())
        return device?.enabledAt !== undefined && isOwner(device.owner)
      }),
      `user ${key} has a device that is not enabled for it`,
    )
    const lists = [
      user.groups,
      user.attached,
      user.accessKeys,
      user.mfaDevices,
      user.tags.map(tag => tag.Key),
    ]
    check(
      lists.every(list => new Set(list).size === list.length),
      `user ${key} has something twice`,
    )
    const counts = lists.map(list => list.length)
    check(
      [10, 10, 2, 8, 50].every((most, index) => counts[index]! <= most),
      `user ${key} is over a quota: ${counts}`,
    )
  }
  for (const [key, group] of groups) {
    check(key === group.name.toLowerCase(), `group ${group.name} stands at ${key}`)
    check(group.attached.length <= 10, `group ${key} has more than ten policies`)
  }
  for (const [id, { owner }] of accessKeys)
    check(
      owner.type === 'root' || userIds.get(owner.userId)?.accessKeys.includes(id) === true,
      `key ${id} is nobody's`,
    )
  for (const [key, { serialNumber, owner, enabledAt }] of mfaDevices) {
    check(key === serialNumber.toLowerCase(), `device ${serialNumber} stands at ${key}`)
    check((owner === undefined) === (enabledAt === undefined), `device ${key} is half enabled`)
    check(
      owner?.type !== 'user' || userIds.get(owner.userId)?.mfaDevices.includes(serialNumber) === true,
      `device ${key} is enabled for nobody`,
    )
  }
  return wrong
}
