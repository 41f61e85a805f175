/** Where in a document's structure its reader is: under which qualification's heading, and which group's. */

import type { GroupHeading } from './headings.ts'
import { qualificationNamed } from './qualification-titles.ts'
import type { Place } from './reading.ts'

const nowhere: Place = { qualification: null, group: null, theme: null, mandatory: null }

export class Whereabouts {
  place: Place = nowhere

  /** Steps under the heading of a group, which may name its qualification too; a theme stands within a group. */
  enterGroup(heading: GroupHeading, text: string): Place {
    const qualification = qualificationNamed(text)?.key ?? this.place.qualification
    const { group, mandatory } = heading.theme === null ? heading : this.place
    this.place = { qualification, group, mandatory, theme: heading.theme }
    return this.place
  }

  /** Steps under a heading that names a qualification, and says whether the text is one. */
  enterQualification(text: string): boolean {
    const named = text.length < 120 ? qualificationNamed(text) : null
    if (named !== null && named.key !== this.place.qualification) this.place = { ...nowhere, qualification: named.key }
    return named !== null
  }
}
