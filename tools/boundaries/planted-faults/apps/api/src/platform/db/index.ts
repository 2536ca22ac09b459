export const db = {
  chatMessage: { findMany: () => [] },
  $queryRaw: (sql: TemplateStringsArray) => sql,
};
export type Tx = typeof db;
export const table = (name: string, fields: object) => ({ name, fields });
