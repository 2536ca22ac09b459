import { READERS, type Row } from './viewers.js';

/** One line for each field. */
// prettier-ignore
export const OVERVIEW_FIELDS: Record<string, Row> = {
  // setup
  setUp: { allow: ['OWNER'], ask: () => 'query { setUp { isPutAway } }' },
  putSetUpAway: { allow: ['OWNER'], ask: () => 'mutation { putSetUpAway { isPutAway } }' },

  // reports
  sessionReport: { allow: READERS, ask: ({ id }) => `query { sessionReport(sessionId: "${id}") { number } }` },
  sessionReports: { allow: [...READERS, 'CSR'], ask: () => 'query { sessionReports { totalCount } }' },
};
