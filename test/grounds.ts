/** What a registration needs to say of its level, funding and options, where a test is about something else. */
export const grounds = (assessorId: string | null = null) => ({
  levelReason: 'Fits the job and the first interview',
  funding: 'employer' as const,
  agreement: {
    ...{ learnerAgreed: true as const, assessorId, assessorName: assessorId ? null : 'Pat Moss' },
    reason: 'They fit the work done every day',
  },
})
