import { Kbd, Modal, Table } from '@mantine/core'
import type { Keys } from './keys.tsx'

const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', ' ': 'Space' }

export default function KeysModal({ keys, close }: { keys: Keys; close: () => void }) {
  return (
    <Modal opened centered onClose={close} title="Keys on this page" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Table>
        <Table.Thead className="hidden-text">
          <Table.Tr>
            <Table.Th>Key</Table.Th>
            <Table.Th>What it does</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...Object.entries(keys), ['?', { says: 'Show these keys' }] as const].map(([key, { says }]) => (
            <Table.Tr key={key}>
              <Table.Td w="5rem">
                <Kbd>{names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
              </Table.Td>
              <Table.Td>{says}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
