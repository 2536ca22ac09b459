/** Everyday words that were used with a meaning of their own, as patterns of whole words, and what to write. */
export const WORDS = [
  { word: /doors?/, instead: 'endpoint, handler, index.ts or waiting room' },
  { word: /house/, instead: 'code base, product' },
  { word: /told(?! apart)/, instead: 'notified, informed, warned or reported' },
  { word: /stor(?:y|ies)/, instead: 'history, sequence or what it is' },
  { word: /mend(?:s|ed|ing)?/, instead: 'fix' },
  { word: /look(?:s|ed|ing)? at/, instead: 'check, inspect, read or view' },
  { word: /anew/, instead: 'again, or a new one' },
  { word: /whoever/, instead: 'the subject: the caller, a CSR who, a reader that' },
  { word: /stands?(?! for)/, instead: 'is, is in, is listed' },
  { word: /spare[sd]?/, instead: 'skip, avoid' },
  { word: /askers?/, instead: 'caller, requester' },
  { word: /borne/, instead: 'tolerated' },
  {
    word: /(?:slow|dead|lost|own|this|silent|over a|over the|the) lines? (?:is|was|has|broke|goes|that|took|gone)/,
    instead: 'connection',
  },
  { word: /(?:slow|dead|lost) lines?/, instead: 'connection' },
  { word: /on (?:the|its|their) way/, instead: 'in transit, being sent, before it arrives' },
  { word: /so many/, instead: 'this many, at most' },
  { word: /at once/, instead: 'immediately, or at the same time' },
  { word: /beginnings?/, instead: 'start, first bytes' },
  { word: /held/, instead: 'locked, kept, on hold' },
  { word: /wall(?:s|ed)?/, instead: 'boundary' },
  { word: /patience/, instead: 'timeout' },
];

/** Where such a word has its ordinary meaning: the file, a phrase with the word in it, and why it stays. */
export const EXCEPTIONS = [
  {
    file: 'apps/csr-console/src/features/administration/history/changed-lines.ts',
    phrase: 'The lines that differ',
    why: 'lines of a text',
  },
  {
    file: 'apps/csr-console/src/features/records/reports/ReportTimeline.vue',
    phrase: 'the line is coloured',
    why: 'the line that is drawn beside the events',
  },
];
