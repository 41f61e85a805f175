import { Link } from '@tanstack/react-router'
import { StateMark } from '../ui/StateMark.tsx'
import { recordText, requirementText, tickLayerText } from '../words/coverage.ts'
import { dayText } from '../words/index.ts'
import type { UnitCoverage } from './CoveragePage.tsx'
import style from './coverage.module.css'

type Requirement = UnitCoverage['each'][number]
type Tick = Requirement['ticks'][number]

/** Each requirement as printed, with the evidence and the day that covers it, item by item. */
export function RequirementList({ each }: { each: Requirement[] }) {
  return (
    <ol className={style.list}>
      {each.map(one => (
        <li key={one.number} className={style.requirement}>
          <p>
            <span className={style.number}>{one.number}</span>
            {one.text}
          </p>
          <p className={style.quiet}>
            <State of={one} /> {requirementText(one)}
          </p>
          {one.answer && <p className={style.where}>{recordText(one.answer)}</p>}
          {one.items.length > 0 ? (
            <ul className={style.items}>
              {one.items.map(item => (
                <Item
                  key={item.code}
                  name={`${item.code}) ${item.text}`}
                  ticks={one.ticks.filter(t => t.item === item.code)}
                />
              ))}
            </ul>
          ) : (
            <Where ticks={one.ticks} />
          )}
        </li>
      ))}
    </ol>
  )
}

function State({ of: { role, satisfied } }: { of: Requirement }) {
  if (role === 'nothing' || role === 'setting') return null
  return <StateMark tone={satisfied ? 'done' : 'not'}>{satisfied ? 'Covered' : 'Not covered'}</StateMark>
}

const shapes = { done: '●', waiting: '◐', plain: '○' } as const
const said = { done: 'covered', waiting: 'waiting for an assessor', plain: 'not covered' } as const

function Item({ name, ticks }: { name: string; ticks: Tick[] }) {
  const tone = ticks.some(t => t.layer === 'assessor') ? 'done' : ticks.length > 0 ? 'waiting' : 'plain'
  return (
    <li>
      <span className={style.shape} data-tone={tone}>
        <span aria-hidden="true">{shapes[tone]}</span>
        <span className="hidden-text">{said[tone]}</span>
      </span>
      <span>{name}</span>
      <Where ticks={ticks} />
    </li>
  )
}

/** The evidence and the day behind each tick. */
function Where({ ticks }: { ticks: Tick[] }) {
  if (ticks.length === 0) return null
  return (
    <span className={style.where}>
      {ticks.map((t, at) => (
        <span key={`${t.layer} ${t.evidence.id} ${t.thing} ${t.day}`}>
          {at > 0 && ' · '}
          <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: t.evidence.id } as never}>
            Evidence {t.evidence.number}
          </Link>
          {t.thing && ` (${t.thing})`}, {dayText(t.day)}
          {tickLayerText(t.layer)}
        </span>
      ))}
    </span>
  )
}
