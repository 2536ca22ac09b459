import { expect, it } from 'vitest';
import { PATHS } from '../../libs/contract/src/transport.ts';
import { API_PATHS } from './api-paths.mjs';

const PAGES = ['console', 'assist', 'join', 'invitation', 'welcome', 'address'];

it('knows each path of the contract as the API or as a page', () => {
  for (const [name, value] of Object.entries(PATHS)) {
    const path = typeof value === 'string' ? value : value('x', 'y');
    const isApi = API_PATHS.some((prefix) => path.startsWith(prefix));
    expect(isApi, `${name}: ${path}`).toBe(!PAGES.includes(name));
  }
});
