import { IconCameraPlus, IconListCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import style from './HomePage.module.css'

/** What a learner comes for, under the thumb. */
export function LearnerStart() {
  return (
    <div className={style.start}>
      <Link to={'/c/$centreId/evidence/new' as '/'} className={style.first}>
        <IconCameraPlus size={22} stroke={1.75} aria-hidden="true" />
        Add evidence
      </Link>
      <Link to={'/c/$centreId/progress' as '/'}>
        <IconListCheck size={22} stroke={1.75} aria-hidden="true" />
        My progress
      </Link>
    </div>
  )
}
