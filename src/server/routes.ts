/** The table of contents: every endpoint of the house and the action that answers it. */
import type { Key } from '#contract/endpoint.ts'
import type { Contract } from '#contract/index.ts'
import * as accreditations from './accreditations/actions.ts'
import * as centres from './centres/actions.ts'
import * as claims from './claims/actions.ts'

import * as competence from './competence/actions.ts'
import * as directModels from './competence/direct-model-actions.ts'
import * as conflicts from './conflicts/actions.ts'
import * as coverage from './coverage/actions.ts'
import * as decisions from './decisions/actions.ts'
import * as drafts from './drafts/actions.ts'
import * as evidence from './evidence/actions.ts'
import * as evidenceAuthenticating from './evidence/authenticating.ts'
import * as evidenceFiles from './evidence/files.ts'
import * as evidencePrivacy from './evidence/privacy.ts'
import * as evidenceReading from './evidence/reading.ts'
import * as recordings from './evidence/recordings.ts'
import * as evidenceRelating from './evidence/relating.ts'
import * as evidenceIndex from './evidence-index/actions.ts'
import * as files from './files/actions.ts'
import type { Uploads } from './files/uploading.ts'
import * as furtherDocuments from './further-documents/actions.ts'
import { decisionDocumentUploads, questionDocumentUploads } from './further-documents/uploads.ts'
import * as imports from './imports/actions.ts'
import * as importDifferences from './imports/difference-actions.ts'
import * as methods from './methods/actions.ts'
import * as moves from './moves/actions.ts'
import * as occupationalStandards from './occupational-standards/actions.ts'
import * as people from './people/actions.ts'
import * as peopleFiles from './people-files/actions.ts'
import * as pins from './pins/actions.ts'
import * as planning from './planning/actions.ts'
import type { Action } from './platform/http/action.ts'
import * as preconditions from './preconditions/actions.ts'
import * as progress from './progress/actions.ts'
import * as qualificationDates from './qualification-dates/actions.ts'
import * as qualifications from './qualifications/actions.ts'
import * as cases from './qualifications/case-actions.ts'
import * as differences from './qualifications/difference-actions.ts'
import * as versionFiles from './qualifications/export-actions.ts'
import * as ruleConfirmations from './qualifications/rule-actions.ts'
import * as qualityRecords from './quality-records/actions.ts'
import * as questions from './questions/actions.ts'
import * as quotas from './quotas/actions.ts'
import * as refusals from './refusals/actions.ts'
import * as registrations from './registrations/actions.ts'
import * as removals from './removals/actions.ts'
import * as reports from './reports/actions.ts'
import * as sampleCentre from './sample-centre/actions.ts'
import * as search from './search/actions.ts'
import * as settings from './settings/actions.ts'
import * as setUps from './settings/set-ups.ts'
import * as testimonies from './testimonies/actions.ts'
import * as testimonySigning from './testimonies/signing.ts'
import * as worksheets from './worksheets/actions.ts'

export const routes = {
  'GET /first-run': centres.askFirstRun,
  'POST /first-run/centre': centres.createFirstCentre,
  'POST /first-run/sample-centre': sampleCentre.createSampleCentre,
  'GET /me': centres.selectMe,
  'POST /entries': people.enterCentre,
  'GET /centres/:centreId/drafts/:subject': drafts.selectOwnDraft,
  'PUT /centres/:centreId/drafts/:subject': drafts.keepDraft,
  'DELETE /centres/:centreId/drafts/:subject': drafts.forgetDraft,
  'GET /centres/:centreId/people': people.listPeople,
  'GET /centres/:centreId/people.csv': people.downloadPeople,
  'POST /centres/:centreId/people': people.addPerson,
  'GET /centres/:centreId/people/:personId': people.selectPerson,
  'PUT /centres/:centreId/people/:personId/name': people.correctName,
  'PUT /centres/:centreId/people/:personId/email': people.correctEmail,
  'POST /centres/:centreId/people/:personId/roles': people.grantRole,
  'POST /centres/:centreId/people/:personId/role-endings': people.endRole,
  'POST /centres/:centreId/people/:personId/invitations': people.invitePerson,
  'PUT /centres/:centreId/people/:personId/allotments': people.allotQualifications,
  'GET /centres/:centreId/allottable-qualifications': people.listAllottable,
  'GET /centres/:centreId/competence': competence.listCompetence,
  'GET /centres/:centreId/competence.csv': competence.downloadCompetence,
  'GET /centres/:centreId/competence-endings': competence.listEndings,
  'POST /centres/:centreId/requirement-confirmations': competence.confirmRequirements,
  'GET /centres/:centreId/competence/:personId': competence.selectCompetence,
  'POST /centres/:centreId/competence/:personId/awards': competence.recordAward,
  'POST /centres/:centreId/competence/:personId/awards/:awardId/evidence': competence.showAward,
  'POST /centres/:centreId/competence/:personId/awards/:awardId/ending': competence.endAward,
  'POST /centres/:centreId/competence/:personId/scopes': competence.recordScope,
  'POST /centres/:centreId/competence/:personId/scopes/:scopeId/ending': competence.endScope,
  'POST /centres/:centreId/competence/:personId/evidence': competence.recordEvidenceOfCompetence,
  'POST /centres/:centreId/competence/:personId/evidence/:competenceEvidenceId/ending':
    competence.endEvidenceOfCompetence,
  'POST /centres/:centreId/competence/:personId/cpd': competence.addCpd,
  'POST /centres/:centreId/competence/:personId/cpd/:cpdId/ending': competence.takeBackCpd,
  'GET /centres/:centreId/direct-models': directModels.listDirectModels,
  'POST /centres/:centreId/direct-models': directModels.beginDirectModel,
  'POST /centres/:centreId/direct-models/:modelId/conditions': directModels.meetCondition,
  'GET /centres/:centreId/direct-models.csv': directModels.downloadDirectModels,
  'GET /centres/:centreId/quality-records': qualityRecords.listQualityRecords,
  'POST /centres/:centreId/quality-records': qualityRecords.recordQuality,
  'POST /centres/:centreId/quality-records/:qualityRecordId/follow-ups': qualityRecords.followUp,
  'GET /centres/:centreId/conflicts': conflicts.listConflicts,
  'POST /centres/:centreId/learners/:learnerId/conflicts': conflicts.declareConflict,
  'POST /centres/:centreId/conflicts/:conflictId/management': conflicts.manageConflict,
  'POST /centres/:centreId/conflicts/:conflictId/ending': conflicts.endConflict,
  'GET /centres/:centreId/uploads': files.listOpenUploads,
  'DELETE /centres/:centreId/uploads/:upload': files.cancelUpload,
  'GET /centres/:centreId/quotas': quotas.selectQuotas,
  'GET /centres/:centreId/quotas/usage': quotas.selectUsageOfCentre,
  'GET /centres/:centreId/quotas.csv': quotas.downloadQuotas,
  'GET /centres/:centreId/refusals': refusals.listRefusalsAction,
  'GET /centres/:centreId/refusals.csv': refusals.downloadRefusals,
  'GET /centres/:centreId/letters': people.listOutbox,
  'POST /centres/:centreId/letters/:letterId/openings': people.openLetter,
  'GET /centres/:centreId/people-files/template.csv': peopleFiles.downloadTemplate,
  'POST /centres/:centreId/people-files/preview': peopleFiles.previewPeopleFile,
  'POST /centres/:centreId/people-files': peopleFiles.addPeopleByFile,
  'GET /centres/:centreId/registrations': registrations.listRegistrations,
  'POST /centres/:centreId/registrations': registrations.registerLearner,
  'GET /centres/:centreId/registrations/:registrationId': registrations.selectRegistration,
  'POST /centres/:centreId/registrations/:registrationId/allocations': registrations.allocate,
  'PUT /centres/:centreId/registrations/:registrationId/units': registrations.chooseUnits,
  'GET /centres/:centreId/registrations/:registrationId/combination': registrations.judgeCombination,
  'GET /centres/:centreId/registrations/:registrationId/moves/:newerId': moves.previewMove,
  'POST /centres/:centreId/registrations/:registrationId/moves': moves.moveLearner,
  'GET /centres/:centreId/evidence': evidenceIndex.selectEvidenceList,
  'GET /centres/:centreId/evidence.csv': evidenceIndex.downloadEvidenceList,
  'POST /centres/:centreId/learners/:learnerId/evidence': evidence.addEvidence,
  'GET /centres/:centreId/evidence/:evidenceId': evidenceReading.selectOneEvidence,
  'PUT /centres/:centreId/evidence/:evidenceId/description': evidence.describeEvidence,
  'PUT /centres/:centreId/evidence/:evidenceId/statement': evidence.writeStatement,
  'PUT /centres/:centreId/evidence/:evidenceId/record': evidence.fillInRecord,
  'PUT /centres/:centreId/evidence/:evidenceId/relations': evidenceRelating.relateEvidence,
  'PUT /centres/:centreId/evidence/:evidenceId/occasions': evidence.describeOccasions,
  'GET /centres/:centreId/evidence/:evidenceId/coverage': coverage.openCovering,
  'PUT /centres/:centreId/evidence/:evidenceId/coverage': coverage.proposeCoverage,
  'GET /centres/:centreId/registrations/:registrationId/coverage': coverage.summariseCoverage,
  'GET /centres/:centreId/registrations/:registrationId/units/:unitId/coverage': coverage.openCoverage,
  'POST /centres/:centreId/registrations/:registrationId/workplace-records': coverage.recordWorkplace,
  'POST /centres/:centreId/workplace-records/:recordId/ending': coverage.endWorkplaceRecord,
  'GET /centres/:centreId/units/:unitId/requirements': coverage.selectRequirements,
  'POST /centres/:centreId/units/:unitId/requirement-reviews': coverage.reviewRequirements,
  'GET /centres/:centreId/versions/:versionId/enforcement': coverage.selectEnforcement,
  'POST /centres/:centreId/versions/:versionId/enforcements': coverage.setEnforcement,
  'GET /centres/:centreId/versions/:versionId/methods': methods.selectMethods,
  'POST /centres/:centreId/versions/:versionId/methods': methods.setMethods,
  'POST /centres/:centreId/versions/:versionId/own-methods': methods.addOwnMethod,
  'POST /centres/:centreId/own-methods/:ownMethodId/ending': methods.endOwnMethod,
  'GET /centres/:centreId/learners/:learnerId/methods': methods.listNotAccepted,
  'PUT /centres/:centreId/evidence/:evidenceId/claims': claims.claimCriteria,
  'GET /centres/:centreId/evidence/:evidenceId/claimable': claims.listClaimableCriteria,
  'GET /centres/:centreId/evidence/:evidenceId/privacy-check': evidencePrivacy.checkPrivacy,
  'POST /centres/:centreId/evidence/:evidenceId/submission': evidence.submitEvidence,
  'POST /centres/:centreId/evidence/:evidenceId/authentication': evidenceAuthenticating.handOver,
  'DELETE /centres/:centreId/evidence/:evidenceId/authentication': evidenceAuthenticating.takeBack,
  'POST /centres/:centreId/evidence/:evidenceId/sightings': evidenceAuthenticating.recordSighting,
  'POST /centres/:centreId/evidence/:evidenceId/withdrawal': evidence.withdrawEvidence,
  'POST /centres/:centreId/evidence/:evidenceId/versions': evidence.draftNewVersion,
  'GET /centres/:centreId/evidence/:evidenceId/files/:fileId': evidenceFiles.selectFileContent,
  'DELETE /centres/:centreId/evidence/:evidenceId/files/:fileId': evidenceFiles.removeFile,
  'GET /centres/:centreId/evidence/:evidenceId/assessment': decisions.openAssessment,
  'POST /centres/:centreId/evidence/:evidenceId/review': decisions.startReview,
  'POST /centres/:centreId/evidence/:evidenceId/acceptances': decisions.acceptAll,
  'POST /centres/:centreId/evidence/:evidenceId/decisions': decisions.decideEvidence,
  'POST /centres/:centreId/evidence/:evidenceId/provisional-decisions': decisions.decideProvisionally,
  'PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/length': recordings.measureRecording,
  'PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/parts': recordings.cutRecording,
  'POST /centres/:centreId/evidence/:evidenceId/pins': pins.setPin,
  'DELETE /centres/:centreId/evidence/:evidenceId/pins/:pinId': pins.takePinOut,
  'GET /centres/:centreId/plan-entries': planning.listPlan,
  'POST /centres/:centreId/registrations/:registrationId/plan-entries': planning.planEntry,
  'PUT /centres/:centreId/plan-entries/:planEntryId': planning.changePlanEntry,
  'POST /centres/:centreId/plan-entries/:planEntryId/withdrawal': planning.withdrawPlanEntry,
  'GET /centres/:centreId/evidence/:evidenceId/questions': questions.listQuestions,
  'POST /centres/:centreId/evidence/:evidenceId/questions': questions.questionCriteria,
  'POST /centres/:centreId/questions/:questionId/answer': questions.answerQuestion,
  'GET /centres/:centreId/evidence/:evidenceId/further-documents': furtherDocuments.listFurtherDocuments,
  'GET /centres/:centreId/further-documents/:furtherDocumentId/content': furtherDocuments.openFurtherDocument,
  'POST /centres/:centreId/further-documents/:furtherDocumentId/withdrawal': furtherDocuments.withdrawFurtherDocument,
  'GET /centres/:centreId/learners/:learnerId/testimony-requests': testimonies.listTestimonyRequests,
  'POST /centres/:centreId/learners/:learnerId/testimony-requests': testimonies.askWitness,
  'POST /centres/:centreId/testimony-requests/:requestId/cancellation': testimonies.takeBackRequest,
  'GET /centres/:centreId/learners/:learnerId/witnesses': testimonies.listWitnesses,
  'GET /centres/:centreId/learners/:learnerId/witnesses.csv': testimonies.downloadWitnesses,
  'GET /centres/:centreId/worksheets': worksheets.listWorksheets,
  'POST /centres/:centreId/units/:unitId/worksheets': worksheets.makeWorksheet,
  'POST /centres/:centreId/worksheets/:worksheetId/ending': worksheets.endWorksheet,
  'POST /centres/:centreId/worksheets/:worksheetId/answers': worksheets.answerWorksheet,
  'POST /testimonies/opening': testimonySigning.openTestimony,
  'POST /testimonies/signature': testimonySigning.signTestimony,
  'GET /centres/:centreId/evidence/:evidenceId/removals': removals.listRemovals,
  'POST /centres/:centreId/evidence/:evidenceId/removals': removals.askRemoval,
  'POST /centres/:centreId/removals/:removalId/removal': removals.removeContent,
  'POST /centres/:centreId/removals/:removalId/refusal': removals.declineRemoval,
  'GET /centres/:centreId/queue': progress.openQueue,
  'GET /centres/:centreId/registrations/:registrationId/matrix': progress.openMatrix,
  'GET /centres/:centreId/registrations/:registrationId/criteria/:criterionId': progress.explainCriterion,
  'GET /centres/:centreId/reports/progress': reports.reportProgress,
  'GET /centres/:centreId/reports/progress/summary': reports.summariseProgress,
  'GET /centres/:centreId/reports/progress.csv': reports.exportProgress,
  'GET /centres/:centreId/qualifications': qualifications.listQualificationsAction,
  'GET /centres/:centreId/qualifications/:qualificationId': qualifications.selectQualification,
  'GET /centres/:centreId/qualifications/:qualificationId/dates': qualificationDates.selectDates,
  'GET /centres/:centreId/qualifications/:qualificationId/dates/effect': qualificationDates.foreseeDates,
  'POST /centres/:centreId/qualifications/:qualificationId/dates': qualificationDates.recordDates,
  'GET /centres/:centreId/qualifications/:qualificationId/accreditation': accreditations.selectAccreditation,
  'POST /centres/:centreId/qualifications/:qualificationId/accreditation': accreditations.recordAccreditation,
  'GET /centres/:centreId/date-warnings': qualificationDates.listDateWarnings,
  'GET /centres/:centreId/occupational-standards': occupationalStandards.listStandards,
  'POST /centres/:centreId/occupational-standards': occupationalStandards.recordStandard,
  'POST /centres/:centreId/occupational-standards/:standardId/versions': occupationalStandards.recordStandardVersion,
  'POST /centres/:centreId/occupational-standards/:standardId/units': occupationalStandards.attachUnits,
  'GET /centres/:centreId/units/:unitId/occupational-standard': occupationalStandards.selectDerivation,
  'POST /centres/:centreId/units/:unitId/occupational-standard': occupationalStandards.recordDerivation,
  'GET /centres/:centreId/preconditions': preconditions.listPreconditions,
  'POST /centres/:centreId/units/:unitId/preconditions': preconditions.recordPrecondition,
  'POST /centres/:centreId/preconditions/:preconditionId/ending': preconditions.endPrecondition,
  'GET /centres/:centreId/versions/:versionId/units/:unitId/permissions': settings.selectPermissions,
  'POST /centres/:centreId/versions/:versionId/units/:unitId/permission-settlements': settings.settlePermission,
  'GET /centres/:centreId/set-ups': setUps.listSetUps,
  'POST /centres/:centreId/set-ups': setUps.nameSetUp,
  'PUT /centres/:centreId/set-ups/:setUpId': setUps.correctSetUp,
  'POST /centres/:centreId/set-ups/:setUpId/checks': setUps.checkSetUp,
  'POST /centres/:centreId/set-ups/:setUpId/ending': setUps.endSetUp,
  'GET /centres/:centreId/permission-conflicts': settings.listPermissionConflicts,
  'POST /centres/:centreId/units/:unitId/permission-sources': settings.recordPermissionSource,
  'POST /centres/:centreId/permission-sources/:sourceId/ending': settings.endPermissionSource,
  'GET /centres/:centreId/versions/:versionId': qualifications.selectVersion,
  'POST /centres/:centreId/versions/:versionId/rule-confirmations': ruleConfirmations.confirmRule,
  'GET /centres/:centreId/units': qualifications.listUnits,
  'GET /centres/:centreId/units/:unitId': qualifications.selectUnit,
  'GET /centres/:centreId/versions/:versionId/specification.json': versionFiles.downloadSpecification,
  'GET /centres/:centreId/versions/:versionId/template.csv': versionFiles.downloadVersionCsv,
  'GET /centres/:centreId/versions/:versionId/template.xlsx': versionFiles.downloadVersionWorkbook,
  'GET /centres/:centreId/versions/:versionId/differences/:otherId': differences.selectDifference,
  'GET /centres/:centreId/imports/template.csv': versionFiles.downloadTemplateCsv,
  'GET /centres/:centreId/imports/template.xlsx': versionFiles.downloadTemplateWorkbook,
  'GET /centres/:centreId/imports/:importId/differences': importDifferences.listImportDifferences,
  'GET /centres/:centreId/ims/case/v1p1/CFDocuments': cases.listCaseDocumentsAction,
  'GET /centres/:centreId/ims/case/v1p1/CFDocuments/:versionId': cases.selectCaseDocument,
  'GET /centres/:centreId/ims/case/v1p1/CFPackages/:versionId': cases.selectCasePackage,
  'GET /centres/:centreId/ims/case/v1p1/CFItems/:itemId': cases.selectCaseItem,
  'GET /centres/:centreId/ims/case/v1p1/CFItemAssociations/:itemId': cases.selectCaseItemAssociations,
  'GET /centres/:centreId/ims/case/v1p1/CFAssociations/:associationId': cases.selectCaseAssociation,
  'GET /centres/:centreId/ims/case/v1p1/CFItemTypes/:typeId': cases.selectCaseItemType,
  'GET /centres/:centreId/imports': imports.listImportsAction,
  'POST /centres/:centreId/imports': imports.importDocument,
  'GET /centres/:centreId/imports/:importId': imports.selectImportAction,
  'GET /centres/:centreId/imports/:importId/source': imports.listSourceLines,
  'POST /centres/:centreId/imports/:importId/corrections': imports.correctImport,
  'DELETE /centres/:centreId/imports/:importId/corrections/:correctionId': imports.undoCorrection,
  'POST /centres/:centreId/imports/:importId/discard': imports.discardImport,
  'POST /centres/:centreId/imports/:importId/publication': imports.publishImport,
  'GET /centres/:centreId/search': search.searchEverything,
} satisfies { [K in keyof Contract]: K extends Key ? Action<K> : never }

/** Everything that files are put into by upload. */
export const uploads: Uploads[] = [evidenceFiles.evidenceUploads, decisionDocumentUploads, questionDocumentUploads]
