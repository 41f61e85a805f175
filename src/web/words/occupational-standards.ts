import { type Codes, text } from './codes.ts'

export const occupationalStandardsCodes = {
  'occupational-standards/title-known': d =>
    `“${text(d.title, 'This standard')}” is recorded already. Record a newer version of it instead.`,
  'occupational-standards/version-known': d =>
    `This standard has a version “${text(d.name)}” already. A version is told by its name: give another.`,
} satisfies Codes
