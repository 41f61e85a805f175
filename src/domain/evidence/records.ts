/** The record that belongs to each kind of evidence: which fields it asks for, and which of them cannot stay empty. */
import type { EvidenceType } from './evidence.ts'
import { type EvidenceRecord, type FieldName, says } from './record-fields.ts'

/**
 * `always`: nothing is submitted without it. `unless-told`: it may stay empty where a file or a written statement tells it.
 * `may`: worth asking for, never demanded.
 */
export type Need = 'always' | 'unless-told' | 'may'
export type RecordField = { name: FieldName; need: Need }
export type RecordForm = {
  fields: RecordField[]
  /** Whether the record by itself is the evidence; otherwise it describes a file or a written statement. */
  isEvidence: boolean
}

const may = (...names: FieldName[]): RecordField[] => names.map(name => ({ name, need: 'may' }))
const told = (...names: FieldName[]): RecordField[] => names.map(name => ({ name, need: 'unless-told' }))
const always = (...names: FieldName[]): RecordField[] => names.map(name => ({ name, need: 'always' }))

/** What, where, how, why and with whom; when is the day of the evidence itself (R79). */
export const prompts = ['what', 'where', 'how', 'why', 'withWhom'] as const satisfies FieldName[]

/** What anything that stays in its own place must say of itself (R71). */
const elsewhere = may('keptElsewhere', 'keptWhat', 'keptAt')

const form = (isEvidence: boolean, ...fields: RecordField[][]): RecordForm => ({
  isEvidence,
  fields: [...fields.flat(), ...elsewhere],
})

export const recordForms: Record<EvidenceType, RecordForm> = {
  'work-product': form(false, may('purpose', 'ownPart', 'withWhom')),
  // Form of an observation (R54).
  observation: form(
    true,
    may('from', 'until'),
    told(...prompts),
    may('range', 'knowledge', 'otherUnits', 'comments'),
    told('satisfactory'),
  ),
  'professional-discussion': form(true, may('from', 'until'), told(...prompts), may('knowledge', 'comments')),
  // Record of questions and answers (R57).
  questioning: form(true, told('circumstances', 'questions'), may('comments')),
  // Witness testimony (R55).
  'witness-testimony': form(
    true,
    told('witnessName', 'relationship'),
    may('from', 'until'),
    told(...prompts),
    may('range', 'qualifiedAssessor', 'knowsStandards'),
    told('accurate'),
  ),
  // Expert witness record: as a testimony, and what makes the witness an expert (R56).
  'expert-witness': form(
    true,
    always('witnessName', 'relationship'),
    may('from', 'until'),
    told(...prompts),
    may('range', 'qualifiedAssessor', 'evaluatesPractice', 'currentExpertise', 'knowsStandards'),
    told('accurate'),
  ),
  // Personal statement (R53).
  'personal-statement': form(true, may('purpose', 'entries')),
  'reflective-log': form(true, may('purpose', 'entries', 'learned', 'next')),
  'case-study': form(true, may('circumstances', 'what', 'why', 'source')),
  worksheet: form(true, may('questions', 'source')),
  recording: form(false, may('what', 'ownPart', 'withWhom', 'agreed')),
  'customer-feedback': form(true, may('source', 'what', 'how', 'ownPart')),
  appraisal: form(true, may('withWhom', 'what', 'next')),
  'training-record': form(true, may('source', 'learned', 'next')),
  'work-diary': form(true, may('entries')),
  minutes: form(false, may('what', 'withWhom', 'ownPart')),
  // Prior learning: of which kind, where from, when, and what it stands for (R86).
  'prior-learning': form(false, always('priorKind', 'origin', 'priorDay', 'standsFor')),
}

/** What the record of this kind says: what was typed for other kinds is kept in a draft and left out here. */
export function recordOf(type: EvidenceType | null, record: EvidenceRecord): EvidenceRecord {
  if (!type) return {}
  const asked = recordForms[type].fields.filter(
    ({ name }) => says(record[name]) && (!name.startsWith('kept') || record.keptElsewhere),
  )
  return Object.fromEntries(asked.map(({ name }) => [name, record[name]]))
}

/** Whether the record by itself is something to judge: it says something, or tells where the thing itself is kept (R71). */
export function recordIsContent(type: EvidenceType | null, record: EvidenceRecord): boolean {
  if (!type) return false
  if (record.keptElsewhere) return says(record.keptAt)
  return recordForms[type].isEvidence && Object.keys(recordOf(type, record)).length > 0
}

/**
 * Expert status holds only with current expertise and familiarity with the standards, and for somebody who is qualified
 * to assess or whose work is to evaluate everyday practice (R56).
 */
export const isExpert = (r: EvidenceRecord): boolean =>
  Boolean(r.currentExpertise && r.knowsStandards && (r.qualifiedAssessor || r.evaluatesPractice))

/**
 * The fields that still have to be filled in, in the order of the form. `told` where a file or a written statement may say
 * what the record leaves out. Something kept elsewhere must say what it is and where (R71).
 */
export function missingInRecord(type: EvidenceType | null, record: EvidenceRecord, told: boolean): FieldName[] {
  if (!type) return []
  return recordForms[type].fields
    .filter(({ name, need }) => {
      if (says(record[name])) return false
      if (name === 'keptWhat' || name === 'keptAt') return record.keptElsewhere === true
      return need === 'always' || (need === 'unless-told' && !told)
    })
    .map(({ name }) => name)
}

/** Every piece of writing in a record, however deep. */
export function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : []
}

/** What a testimony, an observation or a discussion leaves unsaid; an assessor answers for it when confirming on it (R79, R85). */
export type Telling = {
  /** The prompts that stand empty in the record; a file or a written statement may say it. */
  unsaid: (typeof prompts)[number][]
  /** Whether what there is in words is a bare verdict: "exceeded expectations". */
  bare: boolean
  /** Whether the record names knowledge that could be seen; only observations are asked for it. */
  knowledge: boolean
}

/** Fewer words than this tell nobody what somebody did. */
export const leastWords = 12

/** Null for kinds of evidence that are not asked for it. */
export function tellingOf(
  type: EvidenceType | null,
  record: EvidenceRecord,
  statementText: string | null,
): Telling | null {
  const asks = type !== null && recordForms[type].fields.some(f => f.name === 'what' && f.need === 'unless-told')
  if (!asks) return null
  const written = [record.what, record.how, record.why, statementText].filter(says).join(' ').trim()
  return {
    unsaid: prompts.filter(name => !says(record[name])),
    bare: written !== '' && written.split(/\s+/).length < leastWords,
    knowledge: type !== 'observation' || says(record.knowledge),
  }
}
