import { Button, Group } from '@mantine/core'
import type { Asked } from './confirm.tsx'
import { Dialog } from './Dialog.tsx'

/** Focus starts on Cancel where the deed is grave, otherwise on the deed; it returns to where it came from. */
export default function ConfirmModal({ asked }: { asked: Asked }) {
  return (
    <Dialog title={asked.title} closeLabel={asked.no ?? 'Cancel'} onClose={() => asked.answer(false)}>
      {asked.words && <div style={{ marginBottom: '1.25rem' }}>{asked.words}</div>}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => asked.answer(false)} data-autofocus={asked.grave || undefined}>
          {asked.no ?? 'Cancel'}
        </Button>
        <Button
          color={asked.grave ? 'red.9' : undefined}
          onClick={() => asked.answer(true)}
          data-autofocus={asked.grave ? undefined : true}
        >
          {asked.yes}
        </Button>
      </Group>
    </Dialog>
  )
}
