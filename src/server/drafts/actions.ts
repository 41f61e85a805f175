import { draftsContract as endpoints } from '#contract/drafts.ts'
import { Refusal } from '#domain/refusal.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { InvalidInput } from '#platform/http/problems.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { deleteDraft, selectOptionalDraft, upsertDraft } from './queries.ts'
import { draftView } from './view.ts'

// A draft is nobody's record yet: it is read and written by its own person only, and leaves no event.
const subjectOf = ({ params }: { params: { subject: string } }): string => {
  if (!/^[\w:.-]{1,200}$/.test(params.subject))
    throw new InvalidInput([{ path: 'subject', message: 'Use letters, digits and : . - _ only, at most 200' }])
  return params.subject
}

export const selectOwnDraft = action({
  load: context => selectOptionalDraft(context.db, { subject: subjectOf(context) }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/drafts/:subject'],
  run: async ({ loaded }) => draftView(loaded),
})

export const keepDraft = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['PUT /centres/:centreId/drafts/:subject'],
  run: async context => {
    const { db, body, now } = context
    const { kept, ...draft } = await upsertDraft(db, {
      subject: subjectOf(context),
      body: body.body,
      revision: body.revision,
      at: now,
    })
    if (!kept) throw new Refusal('drafts/changed-elsewhere', draft)
    return { revision: draft.revision, updatedAt: draft.updatedAt }
  },
})

export const forgetDraft = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['DELETE /centres/:centreId/drafts/:subject'],
  run: async context => {
    await deleteDraft(context.db, { subject: subjectOf(context) })
    return {}
  },
})
