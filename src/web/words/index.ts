/** Every word on the screen that stands for a code, a role or a state, joined; ready for a second language. */
import type { Problem } from '../api.ts'
import { accreditationsCodes } from './accreditations.ts'
import { centresCodes } from './centres.ts'
import type { Codes, Details } from './codes.ts'
import { competenceCodes } from './competence.ts'
import { conflictsCodes } from './conflicts.ts'
import { coverageCodes } from './coverage.ts'
import { decisionsCodes } from './decisions.ts'
import { draftsCodes } from './drafts.ts'
import { evidenceCodes } from './evidence.ts'
import { filesCodes } from './files.ts'
import { furtherDocumentsCodes } from './further-documents.ts'
import { importsCodes } from './imports.ts'
import { methodsCodes } from './methods.ts'
import { movesCodes } from './moves.ts'
import { occupationalStandardsCodes } from './occupational-standards.ts'
import { peopleCodes } from './people.ts'
import { peopleFilesCodes } from './people-files.ts'
import { pinsCodes } from './pins.ts'
import { planningCodes } from './planning.ts'
import { platformCodes } from './platform.ts'
import { qualificationDatesCodes } from './qualification-dates.ts'
import { qualificationsCodes } from './qualifications.ts'
import { qualityRecordsCodes } from './quality-records.ts'
import { questionsCodes } from './questions.ts'
import { quotasCodes } from './quotas.ts'
import { registrationsCodes } from './registrations.ts'
import { removalsCodes } from './removals.ts'
import { ruleConfirmationsCodes } from './rule-confirmations.ts'
import { settingsCodes } from './settings.ts'
import { signInCodes } from './sign-in.ts'
import { testimoniesCodes } from './testimonies.ts'
import { worksheetsCodes } from './worksheets.ts'

/** Every code of the house with its sentence. A house test fails where one is missing. */
export const sentences: Codes = {
  ...platformCodes,
  ...peopleCodes,
  ...peopleFilesCodes,
  ...competenceCodes,
  ...qualityRecordsCodes,
  ...conflictsCodes,
  ...registrationsCodes,
  ...movesCodes,
  ...ruleConfirmationsCodes,
  ...centresCodes,
  ...qualificationsCodes,
  ...qualificationDatesCodes,
  ...accreditationsCodes,
  ...occupationalStandardsCodes,
  ...methodsCodes,
  ...importsCodes,
  ...draftsCodes,
  ...coverageCodes,
  ...decisionsCodes,
  ...questionsCodes,
  ...furtherDocumentsCodes,
  ...removalsCodes,
  ...testimoniesCodes,
  ...worksheetsCodes,
  ...evidenceCodes,
  ...filesCodes,
  ...quotasCodes,
  ...planningCodes,
  ...pinsCodes,
  ...settingsCodes,
  ...signInCodes,
}

/** The sentence for a code, with what the refusal carried. */
export function sentenceForCode(code: string, details: Details = {}): string {
  const sentence = sentences[code as `${string}/${string}`]
  return sentence ? sentence(details) : `This is not possible now (${code}).`
}

/** What went wrong, said so that the reader knows what to do next. */
export function sentenceFor(problem: Problem): string {
  const sentence = sentenceForCode(problem.code, problem.details)
  return problem.id ? `${sentence} (Reference ${problem.id.slice(0, 8)})` : sentence
}

export { roleList, roleNames } from './people.ts'
export { agoText, dayText, instantText, sizeText, waitText } from './times.ts'
