import { Button, Group, Modal } from '@mantine/core'
import type { Asked } from './confirm.tsx'

/** Focus starts on Cancel where the deed is grave, otherwise on the deed; it returns to where it came from. */
export default function ConfirmModal({ asked }: { asked: Asked }) {
  return (
    <Modal
      opened
      centered
      onClose={() => asked.answer(false)}
      title={asked.title}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
      styles={{ title: { fontWeight: 600, fontSize: '1.1rem' } }}
    >
      {asked.words && <div style={{ marginBottom: '1.25rem' }}>{asked.words}</div>}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => asked.answer(false)} data-autofocus={asked.grave || undefined}>
          {asked.no ?? 'Cancel'}
        </Button>
        <Button
          color={asked.grave ? 'red.8' : undefined}
          onClick={() => asked.answer(true)}
          data-autofocus={asked.grave ? undefined : true}
        >
          {asked.yes}
        </Button>
      </Group>
    </Modal>
  )
}
