import { Button, Group } from '@mantine/core'
import { say } from '../ui/announcements.tsx'

/** Shown once: the server keeps only hashes of them. */
export function BackupCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const text = codes.join('\n')
  return (
    <div>
      <p role="status">
        <b>Keep these backup codes.</b> Each lets you in once when you have lost your telephone. They are shown only
        now.
      </p>
      <ol style={{ columns: '9rem', maxWidth: '26rem', fontFamily: 'monospace', margin: '0 0 1rem' }}>
        {codes.map(c => (
          <li key={c}>{c}</li>
        ))}
      </ol>
      <Group gap="sm">
        <Button
          variant="default"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => say('Copied.'),
              () => say('This browser does not let us copy. Write the codes down.', 'refused'),
            )
          }
        >
          Copy
        </Button>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`Countersign backup codes\n\n${text}\n`)}`}
          download="countersign-backup-codes.txt"
        >
          Save as a file
        </Button>
        <Button onClick={done}>I have kept them</Button>
      </Group>
    </div>
  )
}
