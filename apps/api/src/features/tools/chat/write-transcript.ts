import { formatSessionNumber, isCustomerRole, type Locale } from '@tandem/domain';
import { TRANSCRIPT_TEXTS, type Transcript, type TranscriptMessage } from './transcript-texts.js';

/** A transcript as text: a line for each line of a message. */
export function toPlainText(transcript: Transcript, locale: Locale, timeZone: string): string {
  const texts = TRANSCRIPT_TEXTS[locale];
  // the Swedish locale writes ISO times
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const { site, number, startedAt, endedAt, messages, cutTo } = transcript;
  const people = new Map(
    messages.map(({ from }) => [from.name, isCustomerRole(from.role) ? texts.customer : texts.csr]),
  );

  function noteOf({ audience, to, editedAt, isDeleted }: TranscriptMessage): string {
    const notes = [
      audience === 'CSRS' && texts.csrsOnly,
      audience === 'PERSON' && texts.onlyTo(to ?? ''),
      editedAt && !isDeleted && texts.edited,
    ].filter(Boolean);
    return notes.length ? ` (${notes.join(', ')})` : '';
  }
  function linesOf(message: TranscriptMessage): string[] {
    const said = message.isDeleted ? texts.deleted : message.text;
    const [first, ...more] = said.split(/\r?\n/);
    return [
      `[${clock.format(message.sentAt)}] ${message.from.name}${noteOf(message)}: ${first}`,
      ...more.map((line) => `    ${line}`),
      ...message.openings.map(({ name, openedAt }) => `    → ${texts.opened(name, clock.format(openedAt))}`),
    ];
  }

  return [
    `${site} · ${texts.title}`,
    `${texts.session}: ${formatSessionNumber(number)}`,
    `${texts.started}: ${clock.format(startedAt)} (${timeZone})`,
    `${texts.ended}: ${endedAt ? clock.format(endedAt) : texts.stillLive}`,
    ...(people.size ? [`${texts.people}: ${[...people].map(([name, role]) => `${name} (${role})`).join(', ')}`] : []),
    '',
    ...(cutTo ? [texts.cut(cutTo), ''] : []),
    ...(messages.length ? messages.flatMap(linesOf) : [texts.nothing]),
    '',
    texts.redacted,
    '',
  ].join('\r\n');
}

/** The same as JSON; times in UTC. */
export const toJson = (transcript: Transcript): string => `${JSON.stringify(transcript, null, 2)}\n`;
