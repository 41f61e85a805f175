import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { headingOf } from '#domain/qualifications/title.ts'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import { QualificationAccreditation } from '../accreditations/QualificationAccreditation.tsx'
import type { Result as ResultOf } from '../api.ts'
import { EnforcementSection } from '../coverage/EnforcementSection.tsx'
import { MethodsSection } from '../methods/MethodsSection.tsx'
import { QualificationDates } from '../qualification-dates/QualificationDates.tsx'
import { useResult } from '../results.ts'
import searchStyle from '../search/SearchPage.module.css'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Loading, Refused } from '../ui/Waiting.tsx'
import { dayText } from '../words/index.ts'
import { criteriaText, unitsText } from '../words/qualifications.ts'
import { ruleSentence } from '../words/rules.ts'
import style from './catalogue.module.css'
import { Outcomes } from './Outcomes.tsx'
import { UnknownRules } from './UnknownRules.tsx'
import { VersionFiles } from './VersionFiles.tsx'

type Version = ResultOf<'GET /centres/:centreId/versions/:versionId'>

/** One published version: its groups, units, outcomes and criteria, and the rules for choosing units. */
export default function VersionPage() {
  const { versionId } = useParams({ strict: false }) as { versionId: string }
  const asked = useResult('GET /centres/:centreId/versions/:versionId', { params: { versionId } })
  const breadcrumb = [{ label: 'Catalogue', to: '/c/$centreId/catalogue' }]
  if (!asked.data)
    return (
      <Page title="Qualification" breadcrumb={breadcrumb}>
        {asked.error ? <Refused problem={asked.error} again={() => void asked.refetch()} /> : <Loading />}
      </Page>
    )
  const { tree } = asked.data
  return (
    <Page title={tree.title} breadcrumb={breadcrumb} about={<span className={style.heading}>{headingOf(tree)}</span>}>
      <Facts version={asked.data} />
      <QualificationAccreditation qualificationId={tree.qualificationId} />
      <QualificationDates qualificationId={tree.qualificationId} />
      <Rules version={asked.data} />
      <UnknownRules version={asked.data} />
      <EnforcementSection versionId={tree.versionId} />
      <MethodsSection versionId={tree.versionId} />
      <VersionFiles version={asked.data} />
      <Units version={asked.data} />
    </Page>
  )
}

function Facts({ version: { tree, totalCredit, publishedAt, publishedBy, versions } }: { version: Version }) {
  const criteria = tree.units.reduce((sum, unit) => sum + unit.criterionCount, 0)
  const facts: [string, string | null][] = [
    ['Holds', `${unitsText(tree.units.length)}, ${criteriaText(criteria)}`],
    ['Credits', totalCredit === null ? null : String(totalCredit)],
    ['Published', `${dayText(publishedAt.slice(0, 10))} by ${publishedBy}`],
  ]
  return (
    <Section title={`Version ${tree.version}`} aside={<Versions current={tree.versionId} versions={versions} />}>
      <dl className={style.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  )
}

function Versions({ current, versions }: { current: string; versions: Version['versions'] }) {
  const others = versions.filter(version => version.id !== current)
  if (others.length === 0) return null
  return (
    <span>
      {versions[0]?.id !== current && 'A newer version has been published. '}
      {others.map(version => (
        <Link
          key={version.id}
          to="/c/$centreId/catalogue/versions/$versionId"
          params={{ versionId: version.id } as never}
          style={{ color: 'var(--accent)', marginInlineEnd: '0.75rem' }}
        >
          Version {version.version}
        </Link>
      ))}
    </span>
  )
}

function Rules({ version: { tree, rules, ruleTexts, rulesComplete } }: { version: Version }) {
  const structure = tree.units.map(unit => ({
    ...{ id: unit.code, number: unit.number, title: unit.title, level: unit.level, credit: unit.credit },
    place: { unit: unit.code, group: unit.group, theme: unit.theme, mandatory: unit.mandatory },
  }))
  return (
    <Section title="Rules for choosing units">
      {ruleTexts.length > 0 && (
        <>
          <h3>As the document prints them</h3>
          <ul className={style.rules}>
            {ruleTexts.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {rules.length > 0 && (
        <details open={ruleTexts.length === 0}>
          <summary style={{ padding: '0.5rem 0' }}>As Countersign applies them</summary>
          <ul className={style.rules}>
            {rules.map((rule, index) => (
              <li key={index}>{ruleSentence(rule, structure)}</li>
            ))}
          </ul>
        </details>
      )}
      {!rulesComplete && (
        <p style={{ marginBlock: '0.5rem 0' }}>
          The source does not give every rule. Whoever declares the qualification complete has to confirm what is
          missing.
        </p>
      )}
      {rules.length + ruleTexts.length === 0 && rulesComplete && <p>Every unit may be chosen freely.</p>}
    </Section>
  )
}

function Units({ version: { tree, groups } }: { version: Version }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim().toLowerCase())
  const shown = words === '' ? tree.units : tree.units.filter(unit => holds(unit, words))
  const toggle = (id: string) =>
    setOpen(was => (was.has(id) ? new Set([...was].filter(one => one !== id)) : new Set([...was, id])))
  const sections = sectionsOf(shown, groups)
  const all = open.size >= shown.length && shown.length > 0
  return (
    <>
      <div className={style.tools}>
        <div className={searchStyle.field} style={{ margin: 0, flex: '0 1 24rem' }}>
          <label htmlFor="find-in-version">Find in this qualification</label>
          <input
            id="find-in-version"
            type="search"
            value={typed}
            autoComplete="off"
            onChange={e => setTyped(e.currentTarget.value)}
          />
        </div>
        <Button variant="default" onClick={() => setOpen(all ? new Set() : new Set(shown.map(unit => unit.id)))}>
          {all ? 'Close all units' : 'Open all units'}
        </Button>
        <span role="status">{words && unitsText(shown.length)}</span>
      </div>
      {sections.map(({ code, title, units }) => (
        <section key={code ?? ''} className={style.group}>
          <h2>
            {title} <span>{unitsText(units.length)}</span>
          </h2>
          <ul className={style.units}>
            {units.map(unit => (
              <li key={unit.id}>
                <UnitLine unit={unit} open={open.has(unit.id)} toggle={() => toggle(unit.id)} />
                {open.has(unit.id) && (
                  <div className={style.inside} id={`unit-${unit.id}`}>
                    <Link
                      to="/c/$centreId/catalogue/units/$unitId"
                      params={{ unitId: unit.id } as never}
                      search={{ version: tree.versionId }}
                      style={{ color: 'var(--accent)', display: 'inline-block', padding: '0.2rem 0' }}
                    >
                      Open the unit’s page<span className="hidden-text">: {unit.title}</span>
                    </Link>
                    <Outcomes outcomes={unit.outcomes} words={words} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function UnitLine({ unit, open, toggle }: { unit: TreeUnit; open: boolean; toggle: () => void }) {
  const said = [
    unit.code !== unit.number && unit.code,
    unit.level !== null && `level ${unit.level}`,
    unit.credit !== null && `${unit.credit} ${unit.credit === 1 ? 'credit' : 'credits'}`,
    unit.mandatory ? 'mandatory' : 'optional',
    criteriaText(unit.criterionCount),
  ].filter(Boolean)
  return (
    <button
      type="button"
      className={style.unit}
      aria-expanded={open}
      aria-controls={open ? `unit-${unit.id}` : undefined}
      onClick={toggle}
    >
      <span className={style.number}>{unit.number}</span>
      <span className={style.name}>{unit.title}</span>
      <span className={style.said}>{said.join(' · ')}</span>
    </button>
  )
}

/** Units by group in the order of the document; those in no group stand by mandatory and optional. */
function sectionsOf(units: TreeUnit[], groups: Version['groups']) {
  const keys = [...new Set(units.map(unit => unit.group ?? (unit.mandatory ? ' mandatory' : ' optional')))]
  return keys.map(code => {
    const group = groups.find(one => one.code === code)
    const title =
      code === ' mandatory'
        ? 'Mandatory units'
        : code === ' optional'
          ? 'Optional units'
          : `Group ${code}${group?.title ? `: ${group.title}` : ''}`
    return {
      code,
      title,
      units: units.filter(unit => (unit.group ?? (unit.mandatory ? ' mandatory' : ' optional')) === code),
    }
  })
}

function holds(unit: TreeUnit, words: string): boolean {
  const all = [
    unit.code,
    unit.number,
    unit.title,
    ...unit.outcomes.flatMap(o => [o.title, ...o.criteria.map(c => `${c.number} ${c.text}`)]),
  ]
    .join(' ')
    .toLowerCase()
  return words.split(/\s+/).every(word => all.includes(word))
}
