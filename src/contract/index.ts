import { accreditationsContract } from './accreditations.ts'
import { caseContract } from './case.ts'
import { centresContract } from './centres.ts'
import { claimsContract } from './claims.ts'

import { competenceContract } from './competence.ts'
import { conflictsContract } from './conflicts.ts'
import { coverageContract } from './coverage.ts'
import { decisionsContract } from './decisions.ts'

import { differencesContract } from './differences.ts'
import { directModelsContract } from './direct-models.ts'
import { draftsContract } from './drafts.ts'
import { evidenceContract } from './evidence.ts'
import { evidenceIndexContract } from './evidence-index.ts'
import { filesContract } from './files.ts'
import { furtherDocumentsContract } from './further-documents.ts'
import { importsContract } from './imports.ts'
import { methodsContract } from './methods.ts'
import { movesContract } from './moves.ts'
import { occupationalStandardsContract } from './occupational-standards.ts'
import { peopleContract } from './people.ts'
import { peopleFilesContract } from './people-files.ts'
import { pinsContract } from './pins.ts'
import { planningContract } from './planning.ts'
import { preconditionsContract } from './preconditions.ts'
import { progressContract } from './progress.ts'
import { qualificationDatesContract } from './qualification-dates.ts'
import { qualificationsContract } from './qualifications.ts'
import { qualityRecordsContract } from './quality-records.ts'
import { questionsContract } from './questions.ts'
import { quotasContract } from './quotas.ts'
import { recordingsContract } from './recordings.ts'
import { refusalsContract } from './refusals.ts'
import { registrationsContract } from './registrations.ts'
import { removalsContract } from './removals.ts'
import { ruleConfirmationsContract } from './rule-confirmations.ts'
import { searchContract } from './search.ts'
import { setUpsContract } from './set-ups.ts'
import { settingsContract } from './settings.ts'
import { testimoniesContract } from './testimonies.ts'
import { versionFilesContract } from './version-files.ts'
import { worksheetsContract } from './worksheets.ts'

/** Every endpoint of the house. A contract that `server/routes.ts` does not answer fails the type-check. */
export const everyContract = {
  ...centresContract,
  ...qualificationsContract,
  ...qualificationDatesContract,
  ...accreditationsContract,
  ...occupationalStandardsContract,
  ...preconditionsContract,
  ...methodsContract,
  ...settingsContract,
  ...setUpsContract,
  ...importsContract,
  ...versionFilesContract,
  ...differencesContract,
  ...caseContract,
  ...searchContract,
  ...claimsContract,
  ...coverageContract,
  ...evidenceIndexContract,
  ...filesContract,
  ...quotasContract,
  ...refusalsContract,
  ...evidenceContract,
  ...decisionsContract,
  ...recordingsContract,
  ...planningContract,
  ...pinsContract,
  ...questionsContract,
  ...furtherDocumentsContract,
  ...removalsContract,
  ...testimoniesContract,
  ...worksheetsContract,
  ...progressContract,
  ...draftsContract,
  ...peopleContract,
  ...competenceContract,
  ...directModelsContract,
  ...qualityRecordsContract,
  ...conflictsContract,
  ...peopleFilesContract,
  ...registrationsContract,
  ...movesContract,
  ...ruleConfirmationsContract,
}

export type Contract = typeof everyContract
