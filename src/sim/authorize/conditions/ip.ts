import { BlockList, isIP } from 'node:net'
import type { Operator, Test } from './operator.ts'

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An address or a range in CIDR form. What is neither contains nothing. */
const within = (value: string): Test => {
  const [address = '', prefix, ...rest] = value.split('/')
  const bits = isIP(address) === 6 ? 128 : 32
  const length = Number(prefix ?? bits)
  const range = new BlockList()
  if (isIP(address) && rest.length === 0 && /^\d+$/.test(prefix ?? '0') && length <= bits)
    range.addSubnet(address, length, family(address))
  return actual => isIP(actual) !== 0 && range.check(actual, family(actual))
}

export const ip: Record<string, Operator> = {
  IpAddress: { test: within },
  NotIpAddress: { test: within, negated: true },
}
