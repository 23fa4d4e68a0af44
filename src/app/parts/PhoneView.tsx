import { Box } from 'ink'
import type { Phone, PhoneCode } from '../../lab/account.ts'
import { PhonePanel } from './PhonePanel.tsx'
import { useClock } from './use-clock.ts'

type Props = { phone: Phone | undefined; only: (codes: PhoneCode[]) => PhoneCode[] }

/** The virtual phone, looked at again every second. `only` chooses the devices that matter now. */
export const PhoneView = ({ phone, only }: Props) => {
  useClock()
  return (
    <Box flexShrink={0} flexDirection="column" paddingLeft={1}>
      <PhonePanel codes={only(phone?.codes() ?? [])} />
    </Box>
  )
}
