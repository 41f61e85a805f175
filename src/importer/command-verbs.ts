/** The verbs that criteria open with, by what they ask a learner for (R29). */

/** Verbs by which a criterion asks the learner to say something: knowledge. */
export const tellingVerbs: ReadonlySet<string> = words(`
  account acknowledge analyse appraise argue calculate cite classify compare consider contrast critically
  critique debate define describe detail differentiate discuss distinguish enumerate evaluate examine
  exemplify explain give illustrate indicate interpret justify label list memorise name outline quote recall
  recognise recount reflect relate sketch specify state suggest summarise
`)

/** Verbs by which a criterion asks the learner to do something: performance. */
export const doingVerbs: ReadonlySet<string> = words(`
  accept access accompany achieve acquire act activate adapt address adhere adjust administer administrate
  advise agree aid alert align allocate amend anchor answer anticipate apologise apply appoint approach
  approve arrange ask assemble assess assign assist attach attain attend attribute audit authorise award back
  bag bake balance bandage bathe behave bend bind bleed blend block blow bolt book box brief bring brush
  buckle budget build call capture care carry cast categorise cease centre chair challenge champion change
  charge chart check choose chop circulate claim clarify clean clear clip close co-operate co-ordinate coach
  coat code collaborate collate collect comb combine comfort command commence commission communicate compile
  complete comply compose compute concentrate conclude condition conduct configure confirm connect construct
  consult contact contribute control convert convey cook cool cooperate coordinate copy correct count counter
  cover craft create credit crop cut cycle deal debrief debug decide declare decline decorate decrease
  dedicate defend defrost degrease delegate deliver demonstrate deploy deposit deputise derive design detect
  deter determine develop diagnose dig digitise direct disassemble discard disconnect discover disinfect
  dismantle dispatch display dispose disseminate distribute divide document double-check draft drain draw
  dress drill drive drop dry dust earn ease eat edit elicit eliminate embed emphasise empower empty enable
  encourage encrypt end endorse engage enhance enlist enquire enrol ensure enter equip erect escalate
  establish estimate evacuate excavate exchange execute exercise exhibit expand experiment explore expose
  express extend extract face facilitate familiarise fasten feed fence fetch file fill film filter finalise
  find fire fit fix flag fold follow forecast format formulate forward foster frame free freeze fry fulfil
  fund furnish gain gather generate glue grade graze greet grill grind grip groom group grow guard guide
  handle hang harness harvest heat help hire hoist hold host hunt hygiene identify impact implant implement
  import impose improve incorporate increase induct inform initiate inject innovate input inspect install
  instruct insulate insure integrate interact intervene introduce inventory investigate invite invoice involve
  iron isolate issue join judge keep knead knit knot launch lay lead learn leave let level liaise lift light
  limit link listen load locate lock log look loosen lower lubricate mail maintain make manage manoeuvre
  manufacture map mark market mask master match maximise measure mediate meet mend mentor merge mine minimise
  minute mix mobilise model modify monitor mop motion motivate mount move nail navigate negotiate neutralise
  nominate note notify number nurse nurture observe obtain occupy offer open operate optimise order organise
  orient outfit oversee own pack package pad paint park part participate pass pat patch pay peel perform
  persuade pick pin pipe pitch place plait plan plane plant play plot plug point polish position post pour
  power practice practise praise pray pre-heat prepare present preserve preside press prevent price prime
  print prioritise probe problem-solve proceed process procure produce profile program project promise promote
  proofread proportion propose protect prove provide prune publish pull pump punch purchase pursue push put
  qualify quantify query question race raise rate reach react read receive recommend record recover recruit
  rectify recycle redesign redirect reduce refer refill refine refresh refund refuse regulate rehearse
  reinforce reject release relieve relocate remain remove render renew rent repair replace replenish reply
  report reposition represent reproduce request research reserve reset reside resist resolve respect respond
  restart restock restore restrain restrict retain retrain retrieve return reuse review revise revisit reward
  rewrite ride ring rinse roast roll rotate route run sample sand sanitise save saw scan schedule scrape scrub
  seal search season secure seek segment select sell send separate serve service set sew shape share sharpen
  shave shelve shift ship shop show shut sieve sift sign signpost simulate sing sit site size slice slow
  smooth soak solve sort source sow speak specialise spend split sponsor spot spray spread spring stabilise
  stack stage stain stamp stand standardise start step sterilise stick stimulate stir stitch stock stop store
  straighten strengthen stretch strike strip structure study style submerge submit substitute sum-up supervise
  supplement supply support survey suspend sustain sweep switch synthesise tackle tag tailor take talk target
  taste teach tear tell tend test thank thaw tidy tie tighten time top total touch tour trace track trade
  train transfer translate trap travel treat trim trouble-shoot troubleshoot tune turn tutor type uncover
  understand undertake unload unpack update upgrade uphold upload use utilise vacuum validate value vary
  ventilate verify view visit visualise volunteer wait walk warm warn wash watch water wax wear weave weigh
  welcome weld wet widen win wind wipe wire work wrap write yield zip
`)

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}
