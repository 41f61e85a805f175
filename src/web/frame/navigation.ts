import type { Role } from '#domain/people/roles.ts'

/** A place in the navigation: shown to whoever holds one of the roles, once its page is in `routes.tsx`. */
export type Place = {
  label: string
  /** As in `routes.tsx`, with `$centreId`. */
  to: string
  roles: readonly Role[]
  icon: 'home' | 'portfolio' | 'learners' | 'evidence' | 'reports' | 'catalogue' | 'people' | 'competence' | 'security'
}

const staff: readonly Role[] = [
  'trainee-assessor',
  'assessor',
  'iqa',
  'lead-iqa',
  'eqa',
  'mentor',
  'centre-administrator',
]
const everyone: readonly Role[] = ['learner', ...staff]

/** In the order of a working day. On a phone the first four stand at the bottom and the rest under "More". */
export const places: readonly Place[] = [
  { label: 'Home', to: '/c/$centreId', roles: everyone, icon: 'home' },
  { label: 'Learners', to: '/c/$centreId/learners', roles: staff, icon: 'learners' },
  { label: 'Evidence', to: '/c/$centreId/evidence', roles: everyone, icon: 'evidence' },
  { label: 'Progress', to: '/c/$centreId/progress', roles: ['learner'], icon: 'portfolio' },
  { label: 'Reports', to: '/c/$centreId/reports/progress', roles: everyone, icon: 'reports' },
  { label: 'Catalogue', to: '/c/$centreId/catalogue', roles: everyone, icon: 'catalogue' },
  {
    label: 'Competence',
    to: '/c/$centreId/competence',
    roles: ['iqa', 'lead-iqa', 'centre-administrator'],
    icon: 'competence',
  },
  {
    label: 'My record',
    to: '/c/$centreId/my-record',
    roles: ['trainee-assessor', 'assessor', 'iqa', 'lead-iqa', 'eqa'],
    icon: 'competence',
  },
  { label: 'People', to: '/c/$centreId/people', roles: ['centre-administrator'], icon: 'people' },
  { label: 'Security', to: '/c/$centreId/refusals', roles: ['centre-administrator'], icon: 'security' },
]
