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
