import type { ChecklistPoint, SetUpKind } from './checklists.ts'
import type { PermissionKind, PermissionSubject } from './permission.ts'

/** What happens to where evidence may come from. */
export type SettingsEvent =
  | {
      type: 'permission-source-recorded'
      body: {
        sourceId: string
        unitId: string
        about: PermissionSubject
        kind: PermissionKind
        text: string
        source: string
      }
    }
  | { type: 'permission-source-ended'; body: { sourceId: string; unitId: string } }
  | {
      type: 'permission-settled'
      body: { versionId: string; unitId: string; about: PermissionSubject; kind: PermissionKind; text: string | null }
    }
  | { type: 'set-up-named' | 'set-up-corrected'; body: NamedSetUp }
  | {
      type: 'set-up-checked'
      body: { setUpId: string; met: ChecklistPoint[]; complete: boolean; note: string; checkedOn: string }
    }
  | { type: 'set-up-ended'; body: { setUpId: string } }

type NamedSetUp = { setUpId: string; kind: SetUpKind; name: string; description: string; unitIds: string[] }
