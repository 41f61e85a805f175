import { beforeYouPutIn } from '../words/privacy.ts'
import style from './capture.module.css'

/** What does not count, and what to do instead: where files are put in, before they are. */
export function BeforeYouPutIn() {
  return (
    <details className={style.beforehand}>
      <summary>What does not count, and what to do instead</summary>
      <dl>
        {beforeYouPutIn.map(b => (
          <div key={b.what}>
            <dt>{b.what}</dt>
            <dd>{b.instead}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
