import { describe, expect, it } from 'vitest';
import { initialsOf, search, type Command } from './command';

const command = (label: string, more: Partial<Command> = {}): Command => ({
  ...{ id: label, group: 'acts', label, run: () => undefined },
  ...more,
});
const COMMANDS = [
  command('Recent', { group: 'recent', label: 'Park Jihun', hint: '481 207 936 · T-17', also: '481207936' }),
  command('Request view', { hint: 'Desktop' }),
  command('Preview'),
  command('View request', { hint: 'Application', reason: 'Not now' }),
  command('화면 보기 요청', { hint: '데스크탑' }),
];
const searched = (commands: Command[], text: string) => search(commands, text).flatMap((group) => group.commands);
const found = (text: string) => searched(COMMANDS, text).map(({ id }) => id);

describe('the search of commands', () => {
  it.each([
    [
      'everything by no word, the groups in their order',
      ' ',
      ['Request view', 'Preview', 'View request', '화면 보기 요청', 'Recent'],
    ],
    ['words in any order', 'view request', ['View request', 'Request view']],
    [
      'what begins with the words before what only has them within',
      'view',
      ['View request', 'Request view', 'Preview'],
    ],
    ['by the hint too', 'DESK', ['Request view']],
    ['a session by its number, with and without spaces', '481207936', ['Recent']],
    ['a session by a part of its number and the name', '207 jihun', ['Recent']],
    ['a Korean name by its initial consonants', 'ㅎㅁ', ['화면 보기 요청']],
    ['initial consonants in any order', 'ㅇㅊ ㅎㅁ', ['화면 보기 요청']],
    ['a syllable that is still being composed', '화면', ['화면 보기 요청']],
    ['nothing', 'qqq', []],
  ])('finds %s', (_what, text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it('puts the group first that has what is named so', () => {
    const tab = command('Desktop', { group: 'places' });
    const shown = search([...COMMANDS, tab], 'desktop').map(({ group }) => group);
    expect(shown).toEqual(['places', 'acts']);
    expect(search([...COMMANDS, tab], 'desktop request').map(({ group }) => group)).toEqual(['acts']);
  });

  it('does not take “session” for “End session” while something has that name alone', () => {
    const commands = [command('End session'), command('Session', { group: 'places' })];
    expect(searched(commands, 'session')[0]!.label).toBe('Session');
    expect(searched(commands, 'end')[0]!.label).toBe('End session');
  });

  it('finds Korean words however they are composed', () => {
    expect(searched([command('화면')], '화면'.normalize('NFD'))).toHaveLength(1);
  });

  it('keeps what the server found by more than is shown', () => {
    const session = command('Park Jihun', { group: 'recent', isFound: true });
    expect(searched([session, command('Park Jihun')], 'printer')).toEqual([session]);
  });

  it('takes initial consonants from syllables only', () => {
    expect(initialsOf('화면 A1 꽃')).toBe('ㅎㅁ A1 ㄲ');
  });
});
