export const db = {
  chatMessage: { findMany: () => [] },
  $queryRaw: (sql: TemplateStringsArray) => sql,
};
export type Tx = typeof db;
