/** The table of contents of the screen: one line for each page, each loaded when it is first opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { landing, mustBeSignedIn } from './frame/entrance.ts'
import { Frame } from './frame/Frame.tsx'
import { Broken, Gone, Whole } from './frame/Whole.tsx'

type Load = () => Promise<{ default: ComponentType }>
/** What stands after "?" in the address: text only, by name. */
export type Search = { [name: string]: string | undefined }

const root = createRootRoute({
  component: Whole,
  notFoundComponent: Gone,
  validateSearch: (s: Record<string, unknown>) => s as Search,
})
const inside = createRoute({ getParentRoute: () => root, id: 'in', component: Frame, beforeLoad: mustBeSignedIn })
const centre = createRoute({ getParentRoute: () => inside, path: '/c/$centreId' })

/** A page for anybody. */
const outside = <const P extends string>(path: P, load: Load) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) })
/** A page about the person signed in, in no centre. */
const own = <const P extends string>(path: P, load: Load) =>
  createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load) })
/** A page of a centre, under `/c/$centreId/`. */
const inCentre = <const P extends string>(path: P, load: Load) =>
  createRoute({ getParentRoute: () => centre, path, component: lazyRouteComponent(load) })

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: async () => {
      throw redirect(await landing())
    },
  }),
  outside('/sign-in', () => import('./sign-in/SignInPage.tsx')),
  outside('/two-factor', () => import('./sign-in/TwoFactorPage.tsx')),
  outside('/first-run', () => import('./centres/FirstRunPage.tsx')),
  outside('/forgot-password', () => import('./sign-in/ForgotPasswordPage.tsx')),
  outside('/reset-password', () => import('./sign-in/ResetPasswordPage.tsx')),
  outside('/invitation', () => import('./people/InvitationPage.tsx')),
  outside('/testimony', () => import('./testimonies/TestimonyPage.tsx')),
  inside.addChildren([
    own('/account', () => import('./account/AccountPage.tsx')),
    own('/enter', () => import('./centres/EnterPage.tsx')),
    own('/centres', () => import('./centres/CentresPage.tsx')),
    centre.addChildren([
      inCentre('/', () => import('./home/HomePage.tsx')),
      inCentre('/progress', () => import('./progress/OwnProgressPage.tsx')),
      inCentre('/registrations/$registrationId/plan', () => import('./planning/PlanPage.tsx')),
      inCentre('/registrations/$registrationId', () => import('./progress/MatrixPage.tsx')),
      inCentre('/registrations/$registrationId/units/$unitId', () => import('./coverage/CoveragePage.tsx')),
      inCentre('/evidence/$evidenceId/assessment', () => import('./decisions/AssessmentPage.tsx')),
      inCentre('/reports/progress', () => import('./reports/ProgressReportPage.tsx')),
      inCentre('/people', () => import('./people/PeoplePage.tsx')),
      inCentre('/people/new', () => import('./people/AddPersonPage.tsx')),
      inCentre('/people/file', () => import('./people-files/PeopleFilePage.tsx')),
      inCentre('/people/outbox', () => import('./people/OutboxPage.tsx')),
      inCentre('/people/$personId', () => import('./people/PersonPage.tsx')),
      inCentre('/refusals', () => import('./refusals/SecurityPage.tsx')),
      inCentre('/quotas', () => import('./quotas/StoragePage.tsx')),
      inCentre('/competence', () => import('./competence/CompetencePage.tsx')),
      inCentre('/competence/$personId', () => import('./competence/CompetenceRecordPage.tsx')),
      inCentre('/quality', () => import('./quality/QualityPage.tsx')),
      inCentre('/my-record', () => import('./competence/CompetenceRecordPage.tsx')),
      inCentre('/learners', () => import('./registrations/LearnersPage.tsx')),
      inCentre('/registrations/new', () => import('./registrations/RegisterPage.tsx')),
      inCentre('/registrations/$registrationId/people', () => import('./registrations/RegistrationPeoplePage.tsx')),
      inCentre('/catalogue', () => import('./qualifications/CataloguePage.tsx')),
      inCentre('/catalogue/versions/$versionId', () => import('./qualifications/VersionPage.tsx')),
      inCentre(
        '/catalogue/versions/$versionId/differences/$otherId',
        () => import('./qualifications/DifferencePage.tsx'),
      ),
      inCentre('/catalogue/set-ups', () => import('./settings/SetUpsPage.tsx')),
      inCentre('/catalogue/contradictions', () => import('./settings/PermissionConflictsPage.tsx')),
      inCentre('/catalogue/units/$unitId', () => import('./qualifications/UnitPage.tsx')),
      inCentre('/catalogue/standards', () => import('./occupational-standards/StandardsPage.tsx')),
      inCentre('/catalogue/imports', () => import('./imports/ImportsPage.tsx')),
      inCentre('/catalogue/imports/$importId', () => import('./imports/ReviewPage.tsx')),
      inCentre('/evidence', () => import('./evidence/EvidenceListPage.tsx')),
      inCentre('/evidence/new', () => import('./evidence/NewEvidencePage.tsx')),
      inCentre('/evidence/witness', () => import('./testimonies/AskWitnessPage.tsx')),
      inCentre('/witnesses', () => import('./testimonies/WitnessesPage.tsx')),
      inCentre('/evidence/$evidenceId', () => import('./evidence/EvidencePage.tsx')),
      inCentre('/search', () => import('./search/SearchPage.tsx')),
    ]),
  ]),
])

export const makeWebRouter = () =>
  createRouter({
    routeTree: tree,
    defaultErrorComponent: Broken,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    parseSearch: parseSearchWith(text => text),
    stringifySearch: search => {
      const given = new URLSearchParams()
      for (const [name, value] of Object.entries(search))
        if (value !== undefined && value !== '') given.set(name, String(value))
      return given.size > 0 ? `?${given}` : ''
    },
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeWebRouter>
  }
}
