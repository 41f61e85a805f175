import type { StandingState } from '#domain/progress/standing.ts'
import style from './StandingMark.module.css'

/** A square for each state, drawn, so that it looks the same in every font: full, half, with a core, turned back, empty. */
export const StandingMark = ({ state }: { state: StandingState }) => (
  <span className={style.mark} data-state={state} aria-hidden="true" />
)
