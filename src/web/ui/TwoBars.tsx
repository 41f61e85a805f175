import style from './TwoBars.module.css'

/**
 * Criteria, each counted once, where it has got to: confirmed, judged by a trainee and not counting yet, only claimed,
 * of how many. What is left has nothing yet.
 */
export type Bars = { confirmed: number; claimed: number; provisional: number; of: number }

export const barsText = ({ confirmed, claimed, provisional, of }: Bars): string =>
  `${confirmed} confirmed${provisional > 0 ? `, ${provisional} provisional, which do not count yet` : ''}, ${claimed} more claimed, of ${of}`

/** Claimed and confirmed, always together and never one number; a trainee's ticks are a third, hatched part. */
export function TwoBars({ size = 'row', ...bars }: Bars & { size?: 'row' | 'page' }) {
  const { confirmed, claimed, provisional, of } = bars
  const part = (n: number) => ({ width: `${of === 0 ? 0 : Math.min(100, (n / of) * 100)}%` })
  return (
    <div className={style.bars} data-size={size}>
      <div className={style.drawn} role="img" aria-label={barsText(bars)}>
        <div className={style.bar}>
          <span className={style.confirmed} style={part(confirmed)} />
          <span className={style.provisional} style={part(Math.min(provisional, of - confirmed))} />
        </div>
        <div className={style.bar}>
          <span className={style.reached} style={part(confirmed + provisional)} />
          <span className={style.claimed} style={part(claimed)} />
        </div>
      </div>
      <div className={style.figures} aria-hidden="true">
        <b>{confirmed}</b>
        <span> confirmed</span>
        {provisional > 0 && (
          <>
            <span className={style.dot}>·</span>
            {provisional}
            <span> provisional</span>
          </>
        )}
        <span className={style.dot}>·</span>
        {claimed}
        <span> more claimed</span>
        <span className={style.dot}>·</span>of {of}
      </div>
    </div>
  )
}
