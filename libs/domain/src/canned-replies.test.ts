import { describe, expect, it } from 'vitest';
import { fillReply, REPLY_SHORT, toReplyShort, unknownVariables } from './canned-replies.js';

const VALUES = { 'customer.name': 'Jihun', 'csr.name': 'Sara', 'site.name': 'Acme', 'session.number': '481 207 936' };

describe('a canned reply', () => {
  it('is filled in, whatever spaces stand in the braces', () => {
    expect(fillReply('Dear {{customer.name}}, {{ csr.name }} of {{site.name}}: {{session.number}}', VALUES)).toBe(
      'Dear Jihun, Sara of Acme: 481 207 936',
    );
  });

  it('takes a name as it is, be it another variable or a pattern', () => {
    expect(fillReply('{{customer.name}}', { ...VALUES, 'customer.name': '{{csr.name}} $& $1' })).toBe(
      '{{csr.name}} $& $1',
    );
  });

  it('knows which variables it does not know', () => {
    expect(unknownVariables('{{customer.name}} {{customer.pin}} {{}} {single} {{constructor}}')).toEqual([
      'customer.pin',
      '',
      'constructor',
    ]);
  });

  it('has a name that is typed without its slash, in any letters', () => {
    expect(['/Hello', ' hello ', '안녕'.normalize('NFD'), 'a-b_2'].map(toReplyShort)).toEqual([
      'hello',
      'hello',
      '안녕',
      'a-b_2',
    ]);
    expect(['two words', 'a/b', '', 'x!', '{{'].filter((short) => REPLY_SHORT.test(short))).toEqual([]);
  });
});
