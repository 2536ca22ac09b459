import { LIMITS } from '@tandem/domain';
import { decodeCursor } from '../../src/platform/graphql/paging.js';
import { ruleBroken } from '../../src/platform/graphql/validation.js';
import { checkLink } from '../../src/platform/http/check-link.js';
import { cookieJar } from '../../src/platform/http/cookies.js';
import { over, quietly, type Work } from './shapes.js';

const api = 'apps/api/src';
export const PLATFORM: Work[] = [
  {
    file: `${api}/platform/graphql/paging.ts`,
    name: 'decodeCursor',
    most: LIMITS.requestBytes,
    run: (text) => quietly(() => decodeCursor(text)),
    shapes: { 'blanks in it': (length) => Buffer.from(over(' ')(length * 0.7)).toString('base64url') },
  },
  {
    file: `${api}/platform/graphql/validation.ts`,
    name: 'ruleBroken',
    most: LIMITS.noteBody,
    run: (text) => ruleBroken(text, { min: 1, max: LIMITS.noteBody }),
  },
  { file: `${api}/platform/http/check-link.ts`, name: 'checkLink', most: LIMITS.address, run: checkLink },
  {
    file: `${api}/platform/http/cookies.ts`,
    name: 'cookieJar',
    most: 16 * 1024, // the maximum of Node
    run: (cookie) => cookieJar({ headers: { cookie } } as never, null).get('a'),
    shapes: { 'many of them': over('a=b; '), 'blanks behind each': over(';      ') },
  },
];
