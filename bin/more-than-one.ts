/** `npm run more-than-one`: how well the rule for plural criteria (R30) agrees with the labelled ones, and how many it flags. */
import { moreThanOneAsked } from '#domain/qualifications/more-than-one.ts'
import { agreementOn, criteriaIn, labels } from '#test/more-than-one/labels.ts'
import { noRealDocuments } from '#test/real-documents.ts'

const parts = {
  'half “tune”': labels.filter(l => l.half === 'tune'),
  'half “held”': labels.filter(l => l.half === 'held'),
  both: labels,
  'both, without borderline': labels.filter(l => !l.reason.endsWith('?')),
}

if (noRealDocuments) console.log('The documents are not beside the project, so there is nothing to measure.')
else {
  for (const [name, these] of Object.entries(parts)) {
    const { labelled, asked, precision, recall } = agreementOn(these)
    const figures = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`
    console.log(`${name.padEnd(25)} ${figures} (${labelled} criteria, ${asked} ask for more than one)`)
  }
  for (const line of agreementOn(labels).wrong) console.log(`  differs: ${line}`)
  for (const document of ['001', '002', '004']) {
    const all = criteriaIn(document)
    const flagged = all.filter(p => moreThanOneAsked(p.criterion) !== null).length
    console.log(
      `document ${document}: ${flagged} of ${all.length} criteria (${Math.round((100 * flagged) / all.length)} %)`,
    )
  }
}
