import { Dialog } from './Dialog.tsx'
import style from './KeysModal.module.css'
import type { Keys } from './keys.tsx'

const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', ' ': 'Space' }

export default function KeysModal({ keys, close }: { keys: Keys; close: () => void }) {
  return (
    <Dialog title="Keys on this page" onClose={close}>
      <dl className={style.keys}>
        {[...Object.entries(keys), ['?', { says: 'Show these keys' }] as const].map(([key, { says }]) => (
          <div key={key}>
            <dt>
              <kbd>{names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
