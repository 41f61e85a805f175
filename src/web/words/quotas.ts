/** The words of limits: storage, uploads and letters. */
import type { MediaKind } from '#domain/files/media.ts'
import { uploadDays } from '#domain/quotas/quotas.ts'
import { type Codes, count, type Details, number, text } from './codes.ts'
import { instantText, sizeText } from './times.ts'

type StoredKind = MediaKind | 'unused'

export const storedKindNames: Record<StoredKind, string> = {
  image: 'Pictures',
  pdf: 'PDF',
  audio: 'Recordings',
  video: 'Videos',
  text: 'Text',
  document: 'Documents',
  other: 'Other files',
  unused: 'Taken out of drafts',
}

const expiry = `Unfinished uploads are deleted after ${uploadDays} days.`
const until = ({ until: at }: Details) => (at ? ` You can send the next one from ${instantText(text(at))}.` : '')
/** The uploader names the file, because several may be refused at once. */
const not = (d: Details) => (d.name ? `${text(d.name)} was not uploaded. ` : '')
const size = (d: Details) => (d.size === undefined ? 'This file' : `This file (${sizeText(number(d.size))})`)
const limit = (d: Details) => sizeText(number(d.limit))
const used = (d: Details) => sizeText(number(d.used))
const most = (d: Details) => Math.max(1, number(d.most))
const announced = (d: Details) =>
  number(d.promised) > 0 ? ` Unfinished uploads need another ${sizeText(number(d.promised))}.` : ''

export const quotasCodes = {
  'quotas/uploads-person': d =>
    `${not(d)}You have ${count(number(d.used), 'unfinished upload')}; the limit is ${number(d.limit)}. Finish or cancel one, then choose the file again. ${expiry}`,
  'quotas/uploads-centre': d =>
    `${not(d)}Your centre has ${count(number(d.used), 'unfinished upload')}; the limit is ${number(d.limit)}. Try again later, or ask your centre administrator. ${expiry}`,
  'quotas/promised-person': d =>
    `${not(d)}${size(d)} does not fit yet: your unfinished uploads come to ${used(d)} of ${limit(d)}. Finish or cancel one, then choose the file again. ${expiry}`,
  'quotas/promised-centre': d =>
    `${not(d)}${size(d)} does not fit yet: the unfinished uploads of your centre come to ${used(d)} of ${limit(d)}. Try again later. ${expiry}`,
  'quotas/kept-person': d =>
    `${not(d)}${size(d)} does not fit: you use ${used(d)} of your ${limit(d)}.${announced(d)} Cancel unfinished uploads, choose a smaller file, or ask your centre administrator.`,
  'quotas/kept-centre': d =>
    `${not(d)}${size(d)} does not fit: your centre uses ${used(d)} of its ${limit(d)}.${announced(d)} Ask your centre administrator for more storage.`,
  'quotas/letters-witness': d =>
    `This witness was sent ${count(most(d), 'letter')} about this learner within a day, which is the limit.${until(d)}`,
  'quotas/letters-address': d =>
    `Your centre sent ${count(most(d), 'letter')} to this address within a day, which is the limit.${until(d)}`,
  'quotas/letters-learner': d =>
    `You sent ${count(most(d), 'letter')} to witnesses within a day, which is the limit.${until(d)}`,
  'quotas/letters-staff': d =>
    `You sent ${count(most(d), 'letter')} to witnesses within a day, which is the limit.${until(d)}`,
  'quotas/letters-again': d =>
    `This person was sent ${count(most(d), 'invitation')} within 10 minutes, which is the limit.${until(d)}`,
  'quotas/letters-invited': d =>
    `This person was sent ${count(most(d), 'invitation')} within a day, which is the limit.${until(d)}`,
} satisfies Codes
