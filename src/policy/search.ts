/** Who may search: everybody, because nothing is found that does not exist for them. */
export { mayReadCatalogue as maySearch } from './qualifications.ts'
