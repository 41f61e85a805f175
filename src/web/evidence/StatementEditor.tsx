import '@mantine/tiptap/styles.layer.css'
import { RichTextEditor } from '@mantine/tiptap'
import { type Content, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { type StatementNode, textOfStatement } from '#domain/evidence/statement.ts'
import { placeText } from '#domain/pins/pins.ts'
import { api } from '../api.ts'
import { type ShownPin, usePinsOn } from '../pins/board.ts'
import { PinBar } from '../pins/PinBar.tsx'
import { rangeOf } from '../pins/passages.ts'
import { usePassages } from '../pins/usePassages.ts'
import { useCentre } from '../results.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { useEvidenceCache } from './cache.ts'
import style from './capture.module.css'
import { useKept } from './kept.ts'

const empty: StatementNode = { type: 'doc', content: [] }

/** Writing on the spot, saved as it is typed. */
export default function StatementEditor({
  evidence,
  version,
  focus,
}: {
  evidence: EvidenceResult
  version: EvidenceVersion
  /** Whoever came to write begins here, and not at the head of a long page. */
  focus: boolean
}) {
  const { centreId } = useCentre()
  const cache = useEvidenceCache(evidence.id)
  const kept = useKept<StatementNode>(
    `${evidence.id}/${version.version}/statement`,
    { value: (version.statement as StatementNode | null) ?? empty, revision: version.statementRevision },
    async (value, _base, revision) => {
      const answer = await api('PUT /centres/:centreId/evidence/:evidenceId/statement', {
        params: { centreId, evidenceId: evidence.id },
        body: { revision, statement: value },
      })
      const { missing, statementRevision } = answer
      cache.patch({ missing }, { statement: value, statementText: textOfStatement(value), statementRevision })
      return statementRevision
    },
    changed => (changed.statement as StatementNode | null) ?? empty,
  )
  const typed = useRef(kept.type)
  typed.current = kept.type
  const shown = useRef<StatementNode>(kept.value)
  const editor = useEditor({
    extensions: [StarterKit.configure({ heading: { levels: [2, 3] }, link: { openOnClick: false } })],
    content: kept.value as Content,
    immediatelyRender: true,
    autofocus: focus && 'end',
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Your statement',
        id: 'evidence-statement',
      },
    },
    onUpdate: ({ editor: e }) => {
      shown.current = e.getJSON() as StatementNode
      typed.current(shown.current)
    },
  })
  // Text that came from another window goes into the editor; what was typed in it is there already.
  useEffect(() => {
    if (!editor || kept.value === shown.current) return
    shown.current = kept.value
    editor.commands.setContent(kept.value as Content, { emitUpdate: false })
  }, [editor, kept.value])
  const place = useRef<HTMLDivElement>(null)
  usePassages(place, null, null, kept.value)
  const lost = useLostPins(place, kept.value)
  return (
    <>
      {/* One and the same editor; the library reads its type from a second copy of the declarations. */}
      <RichTextEditor editor={editor as never} labels={labels}>
        <RichTextEditor.Toolbar>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Bold />
            <RichTextEditor.Italic />
            <RichTextEditor.Underline />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.H2 />
            <RichTextEditor.BulletList />
            <RichTextEditor.OrderedList />
            <RichTextEditor.Blockquote />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Undo />
            <RichTextEditor.Redo />
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
        <div ref={place}>
          <RichTextEditor.Content className={style.editor} />
        </div>
      </RichTextEditor>
      {lost.map(pin => (
        <p key={pin.id} role="status" className={style.lengthWarning}>
          The words {placeText(pin.place)}, pinned to {pin.label}, are not in your statement any more. Pin the new
          words, and take this pin out beside the criterion.
        </p>
      ))}
      {textOfStatement(kept.value).trim() !== '' && (
        <PinBar fileId={null} here={() => ({ kind: 'whole' })} hereSays="all of it" words={place} />
      )}
      <DraftNote draft={kept} show={(other: StatementNode) => textOfStatement(other) || '(empty)'} />
    </>
  )
}

/** Pins whose words were written over. Words that were marked and then written over are not in hand any more. */
function useLostPins(place: RefObject<HTMLElement | null>, written: StatementNode): ShownPin[] {
  const { board, pins } = usePinsOn(null)
  const [lost, setLost] = useState<ShownPin[]>([])
  const which = JSON.stringify(pins)
  // The words are looked for where they are shown, so after they were drawn.
  useEffect(() => {
    const container = place.current
    if (!container || !written) return
    const gone = ({ place: at }: Pick<ShownPin, 'place'>) => at.kind === 'passage' && !rangeOf(container, at)
    setLost((JSON.parse(which) as ShownPin[]).filter(gone))
    const marked = board?.get().marked
    if (marked?.fileId === null && gone(marked)) board?.put({ marked: null })
  }, [place, board, which, written])
  return lost
}

const labels = {
  boldControlLabel: 'Bold',
  italicControlLabel: 'Italic',
  underlineControlLabel: 'Underline',
  h2ControlLabel: 'Heading',
  bulletListControlLabel: 'List with dots',
  orderedListControlLabel: 'List with numbers',
  blockquoteControlLabel: 'Quotation',
  undoControlLabel: 'Undo',
  redoControlLabel: 'Redo',
}
