/** What the API answers itself, by how it begins; every other address is one of the pages'. */
export const API_PATHS = [
  ...['/graphql', '/livekit', '/files/', '/images/', '/fonts', '/reports.csv'],
  ...['/healthz', '/.well-known/tandem-address', '/ca.crt'],
];
