import { lineFrom, ROLES, type Role } from '@tandem/domain';

/** The roles that every site has as people of both languages write them, beside their names in the API. */
const WRITTEN: Record<string, Role> = {
  소유자: 'OWNER',
  관리자: 'ADMINISTRATOR',
  '사이트 관리자': 'ADMINISTRATOR',
  '읽기 전용 관리자': 'READ_ONLY_ADMINISTRATOR',
  감독자: 'SUPERVISOR',
  '지원 담당자': 'CSR',
  감사자: 'AUDITOR',
  연동: 'INTEGRATOR',
  admin: 'ADMINISTRATOR',
  'site administrator': 'ADMINISTRATOR',
  representative: 'CSR',
  'support representative': 'CSR',
};

/** A name as it is compared: letters of either case, and Hangul however it was composed, are the same. */
export const sameName = (name: string): string => lineFrom(name).toLowerCase();

export function builtInNamed(text: string): Role | null {
  const name = text.toUpperCase().replace(/[\s-]+/g, '_');
  return ROLES.find((role) => role === name) ?? WRITTEN[sameName(text)] ?? null;
}
