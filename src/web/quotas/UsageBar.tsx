import { nearlyFull, shareOf } from '#domain/quotas/quotas.ts'
import { sizeText } from '../words/index.ts'
import style from './quotas.module.css'

type Usage = { kept: number; promised: number }

/** What is stored, and hatched what is announced and has not come yet, of a limit. */
export function UsageBar({
  kept,
  promised,
  of,
  size = 'row',
}: Usage & { of: number; size?: 'row' | 'page' | 'plain' }) {
  const part = (bytes: number) => ({ width: `${100 * shareOf(bytes, of)}%` })
  return (
    <span
      className={style.bar}
      data-size={size}
      data-full={(size !== 'plain' && shareOf(kept + promised, of) >= nearlyFull) || undefined}
      aria-hidden="true"
    >
      <span className={style.kept} style={part(kept)} />
      <span className={style.promised} style={part(Math.min(promised, Math.max(0, of - kept)))} />
    </span>
  )
}

/** "12 GB of 200 GB used. 3 GB more announced by unfinished uploads." */
export const usageText = ({ kept, promised }: Usage, of: number): string =>
  `${sizeText(kept)} of ${sizeText(of)} used.${promised > 0 ? ` Unfinished uploads need another ${sizeText(promised)}.` : ''}`
