import { walkEveryPage } from './walking.ts'

walkEveryPage(360)
