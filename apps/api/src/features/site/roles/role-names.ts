import { lineFrom, ROLES, type Role } from '@tandem/domain';

/** Names of the built-in roles in both languages, in addition to their API names. */
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

/** A name for comparison: case-folded, with composed Hangul. */
export const sameName = (name: string): string => lineFrom(name).toLowerCase();

export function builtInNamed(text: string): Role | null {
  const name = text.toUpperCase().replace(/[\s-]+/g, '_');
  return ROLES.find((role) => role === name) ?? WRITTEN[sameName(text)] ?? null;
}
