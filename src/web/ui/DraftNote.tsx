import { Button, Group } from '@mantine/core'
import style from './Waiting.module.css'

type Shown = { says: string; other: unknown; keepMine: () => void; takeOther: () => void; fault: string | null }

/** Says where the typed text is kept; where another window typed too, shows its text and asks which to keep. */
export function DraftNote({ draft, show }: { draft: Shown; show?: (other: never) => string }) {
  const other = draft.other === null ? null : show ? show(draft.other as never) : String(draft.other)
  return (
    <>
      <p role="status" className={style.note}>
        {draft.fault ?? draft.says}
      </p>
      {other !== null && (
        <div className={style.refused} role="alert">
          <p>You also typed here in another window. The other text is:</p>
          <blockquote>{other}</blockquote>
          <Group gap="sm">
            <Button size="compact-md" onClick={draft.keepMine}>
              Keep what is here
            </Button>
            <Button size="compact-md" variant="default" onClick={draft.takeOther}>
              Take the other text
            </Button>
          </Group>
        </div>
      )}
    </>
  )
}
