import { Button, Group, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { unknownRules } from '#domain/qualifications/supplied-rules.ts'
import type { Result as ResultOf } from '../api.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { dayText } from '../words/index.ts'
import { ruleSentence } from '../words/rules.ts'
import { type BoundFields, placesOf, ruleFrom } from './rule-fields.ts'

type Version = ResultOf<'GET /centres/:centreId/versions/:versionId'>

/** The rules that the source leaves unknown: what somebody has supplied for each, and a way to supply it. */
export function UnknownRules({ version }: { version: Version }) {
  const [supplying, setSupplying] = useState<number | null | undefined>(undefined)
  const unknown = unknownRules(qualificationOf(version))
  if (unknown.length === 0) return null
  return (
    <Section title="Rules that the source leaves open">
      {unknown.map(({ rule, said }) => {
        const confirmed = version.confirmations.find(c => c.rule === rule)
        return (
          <div key={String(rule)}>
            <h3>{said.charAt(0).toUpperCase() + said.slice(1)}</h3>
            {confirmed ? <Confirmed version={version} confirmation={confirmed} /> : <Open />}
            {version.can.confirmRules ? (
              <Button variant="default" onClick={() => setSupplying(rule)}>
                {confirmed ? 'Supply it anew' : 'Supply this rule'}
              </Button>
            ) : (
              !confirmed && <p>The lead IQA or a centre administrator can supply it.</p>
            )}
          </div>
        )
      })}
      {supplying !== undefined && <Supply version={version} rule={supplying} onClose={() => setSupplying(undefined)} />}
    </Section>
  )
}

const Open = () => (
  <p>
    <StateMark tone="waiting">Not known</StateMark> Until somebody supplies it, no registration on this version can be
    declared complete.
  </p>
)

function Confirmed({ version, confirmation }: { version: Version; confirmation: Version['confirmations'][number] }) {
  const { rules, sourceText, confirmedBy, confirmedAt } = confirmation
  return (
    <>
      <ul>
        {rules.map(rule => (
          <li key={JSON.stringify(rule)}>{ruleSentence(rule, structureOf(version))}</li>
        ))}
        {rules.length === 0 && <li>There is nothing further to satisfy.</li>}
      </ul>
      <p>
        <StateMark tone="done">Confirmed</StateMark> by {confirmedBy} on {dayText(confirmedAt)}. Source: {sourceText}
      </p>
    </>
  )
}

type Line = BoundFields
const empty: Line = { measure: 'count', where: 'optional', min: '', max: '' }

function Supply({ version, rule, onClose }: { version: Version; rule: number | null; onClose: () => void }) {
  const form = useForm({ lines: [empty], sourceText: '' })
  const { lines } = form.values
  const confirm = useChange('POST /centres/:centreId/versions/:versionId/rule-confirmations')
  const places = placesOf(version.tree.units, version.groups)
  const set = (at: number, change: Partial<Line>) =>
    form.set(
      'lines',
      lines.map((line, i) => (i === at ? { ...line, ...change } : line)),
    )
  const supply = async ({ sourceText }: typeof form.values) => {
    const rules = lines.map(line => ruleFrom(line, places))
    await confirm.mutateAsync({ params: { versionId: version.tree.versionId }, body: { rule, rules, sourceText } })
    say('The rule is confirmed.')
  }
  return (
    <FormDialog
      title="Supply a rule that the source leaves open"
      form={form}
      does={supply}
      yes="Confirm in my name"
      close={onClose}
    >
      <p style={{ margin: 0 }}>Your name is kept with it, and every registration on this version is judged by it.</p>
      {lines.map((line, at) => (
        <fieldset key={at} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend style={{ fontWeight: 600 }}>Rule {at + 1}</legend>
          <NativeSelect
            label="Counts"
            value={line.measure}
            onChange={e => set(at, { measure: e.currentTarget.value as Line['measure'] })}
            data={[
              { value: 'count', label: 'Units' },
              { value: 'credits', label: 'Credits' },
            ]}
          />
          <NativeSelect
            label="Among"
            value={line.where}
            onChange={e => set(at, { where: e.currentTarget.value })}
            data={places.map(({ value, label }) => ({ value, label }))}
          />
          <Group grow>
            <NumberInput
              label="At least"
              hideControls
              min={0}
              allowDecimal={false}
              value={line.min}
              onChange={value => set(at, { min: value === '' ? '' : Number(value) })}
            />
            <NumberInput
              label="At most"
              hideControls
              min={0}
              allowDecimal={false}
              value={line.max}
              onChange={value => set(at, { max: value === '' ? '' : Number(value) })}
            />
          </Group>
          <Button
            variant="subtle"
            mt="xs"
            onClick={() =>
              form.set(
                'lines',
                lines.filter((_, i) => i !== at),
              )
            }
          >
            Take out rule {at + 1}
          </Button>
        </fieldset>
      ))}
      {lines.length === 0 && <p style={{ margin: 0 }}>You confirm that there is nothing further to satisfy.</p>}
      <Button variant="default" onClick={() => form.set('lines', [...lines, empty])}>
        Add a rule
      </Button>
      <Textarea
        {...form.field('sourceText')}
        label="Where this was found"
        description="The document and page, or the words of the awarding organisation’s answer."
        autosize
        minRows={2}
      />
    </FormDialog>
  )
}

const structureOf = ({ tree }: Version) =>
  tree.units.map(unit => ({
    ...{ id: unit.code, number: unit.number, title: unit.title, level: unit.level, credit: unit.credit },
    place: { unit: unit.code, group: unit.group, theme: unit.theme, mandatory: unit.mandatory },
  }))

const qualificationOf = ({ rules, rulesComplete }: Version) => ({ rules, rulesComplete })
