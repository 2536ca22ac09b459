import { formatSessionNumber, knownTimeZone, LIMITS, type Locale } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { MailFate, MailService } from '../../site/mail/index.js';
import type { Templates } from '../../administration/templates/index.js';
import type { MailConversationInput } from './chat.inputs.js';
import type { ChatRepo } from './chat.repo.js';
import type { ConfirmAddress } from './confirm-address.js';
import type { GatherTranscript } from './gather-transcript.js';
import type { MailBudget } from './mail-budget.js';
import type { FindOwnConversation, OwnConversation } from './own-conversation.js';
import type { Transcript } from './transcript-texts.js';
import { toPlainText } from './write-transcript.js';

interface Deps extends Uses<'db' | 'clock' | 'throttle'> {
  repo: ChatRepo;
  confirm: ConfirmAddress;
  budget: MailBudget;
  mail: MailService;
  templates: Templates;
  own: FindOwnConversation;
  gather: GatherTranscript;
}

const HOUR = 3_600_000;
/** How long the page waits for the mail server's answer; later it polls. */
const TOLD_WITHIN = 4000;
const GREETING: Record<Locale, (name: string) => string> = {
  ko: (name) => `${name} 님, 안녕하세요.`,
  en: (name) => `Hello ${name},`,
};

/** Mail servers refuse very long mails: only the last messages are sent, with a note that there are more. */
export function shortened(transcript: Transcript): Transcript {
  let room = LIMITS.mailedText;
  const first = transcript.messages.findLastIndex(({ text }) => (room -= text.length) < 0) + 1;
  const messages = transcript.messages.slice(first);
  return first === 0 ? transcript : { ...transcript, messages, cutTo: messages.length };
}

/** Mails the conversation to a customer: what they could read of it, and nothing else. */
export function createMailConversation(deps: Deps) {
  const { db, clock, throttle, repo, mail, templates, own, gather, confirm, budget } = deps;

  async function write(context: Context, conversation: OwnConversation, { locale, timeZone }: MailConversationInput) {
    const { session, customer } = conversation;
    const transcript = shortened(await gather(context, conversation));
    const { fill } = await templates.blank(session.siteId, 'CONVERSATION', locale);
    return fill({
      site: context.site.name,
      greeting: GREETING[locale](customer.name),
      number: formatSessionNumber(session.number),
      conversation: toPlainText(transcript, locale, knownTimeZone(timeZone)).replaceAll('\r\n', '\n').trim(),
    });
  }

  mail.own(['CONVERSATION'], {
    isWanted: async () => true,
    async settled(tx, { id, siteId, sessionId, refId: participantId }, { state }) {
      if (state === 'SENT')
        await repo.createMail(tx, {
          id,
          siteId,
          sessionId: sessionId!,
          participantId: participantId!,
          mailedAt: clock.now(),
        });
    },
  });

  return async (context: Context, input: MailConversationInput): Promise<MailFate> => {
    const conversation = await own(context, input.sessionId);
    const { session, customer } = conversation;
    await budget.assertMailed(session.siteId);
    await confirm.assert(customer, input.email, input.code);
    const key = `chat.mail:${session.id}`;
    await budget.take([
      { key: `chat.mail-from:${context.address}`, limit: LIMITS.conversationMailsPerAddress, window: HOUR },
      { key, limit: LIMITS.conversationMailsPerHour, window: HOUR },
    ]);
    const { subject, text, html } = await write(context, conversation, input);
    const about = { siteId: session.siteId, kind: 'CONVERSATION', refId: customer.id, sessionId: session.id } as const;
    const to = { name: customer.name, address: input.email };
    const { id } = await db.transaction((tx) => mail.enqueue(tx, { ...about, to, subject, text, html }));
    mail.kick();
    const fate = (await mail.fateWithin(id, TOLD_WITHIN))!;
    if (fate.state === 'FAILED') {
      await throttle.refund(key); // nothing was sent
      throw new Failure('CONVERSATION_NOT_SENT');
    }
    return fate;
  };
}
export type MailConversation = ReturnType<typeof createMailConversation>;
