import { accountAddressFrom, LIMITS, type Locale } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { hashToken, isSameSecret, randomDigits } from '../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { MailFate, MailService } from '../../site/mail/index.js';
import type { ParticipantRow } from '../../session/participants/index.js';
import type { Templates, Wording } from '../../administration/templates/index.js';
import type { AskConversationCodeInput } from './chat.inputs.js';
import type { CodesRepo } from './codes.repo.js';
import type { InvitedAt } from './invited-at.js';
import type { MailBudget } from './mail-budget.js';
import type { FindOwnConversation } from './own-conversation.js';

interface Deps extends Uses<'db' | 'clock'> {
  codes: CodesRepo;
  mail: MailService;
  templates: Templates;
  own: FindOwnConversation;
  invitedAt: InvitedAt;
  budget: MailBudget;
}

const HOUR = 3_600_000;
/** How long the page waits for the mail server's answer. */
const TOLD_WITHIN = 4000;
const DIGITS = 6;

/** It contains no user input but the site's name. */
const WORDING: Record<Locale, Wording> = {
  ko: {
    subject: '{site} 확인 코드',
    body: '확인 코드: {code}\n\n지원 세션의 채팅 내용을 이 주소로 받으시려면 페이지에 이 코드를 입력해 주세요. 15분 동안 사용할 수 있습니다.\n\n---\n\n요청하신 적이 없다면 이 이메일을 무시해 주세요. 코드는 아무에게도 알려 주지 마세요.',
    button: '',
  },
  en: {
    subject: 'Your code from {site}',
    body: 'Your code: {code}\n\nEnter it on the page to get the chat of your support session at this address. The code expires in 15 minutes.\n\n---\n\nIf you didn’t ask for this, ignore this email. Don’t share the code with anyone.',
    button: '',
  },
};

/**
 * A conversation may be mailed to the address at which its customer was invited; any other address must be confirmed
 * with a code. Otherwise this site's mail server could be abused to send a stranger's text to strangers.
 */
export function createConfirmAddress({ db, clock, codes, mail, templates, own, invitedAt, budget }: Deps) {
  const addressHash = ({ id }: ParticipantRow, email: string) => hashToken(`${id}:${accountAddressFrom(email)}`);
  const codeHash = ({ id }: ParticipantRow, code: string) => hashToken(`${id}:${code}`);
  const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');

  async function assertRight(customer: ParticipantRow, email: string, code: string): Promise<void> {
    const expected = await codes.countTry(customer.id, addressHash(customer, email), clock.now());
    if (!expected) throw new Failure('CONVERSATION_CODE_OVER');
    const given = codeHash(customer, code.replace(/\D/g, ''));
    if (!isSameSecret(hex(expected), hex(given))) throw new Failure('CONVERSATION_CODE_WRONG');
    await codes.confirm(customer.id, clock.now());
  }

  return {
    /** @throws CONVERSATION_CODE_NEEDED, CONVERSATION_CODE_WRONG, CONVERSATION_CODE_OVER */
    async assert(customer: ParticipantRow, email: string, code: string | undefined): Promise<void> {
      const invited = await invitedAt(customer);
      if (invited && accountAddressFrom(invited) === accountAddressFrom(email)) return;
      if (await codes.isConfirmed(customer.id, addressHash(customer, email))) return;
      if (!code) throw new Failure('CONVERSATION_CODE_NEEDED');
      await assertRight(customer, email, code);
    },
    /** Mails a code to an address; an earlier one of this seat becomes invalid. */
    async ask(context: Context, { sessionId, email, locale }: AskConversationCodeInput): Promise<MailFate> {
      const { session, customer } = await own(context, sessionId);
      const { siteId } = session;
      await budget.assertMailed(siteId);
      await budget.take([
        { key: `chat.mail-from:${context.address}`, limit: LIMITS.conversationMailsPerAddress, window: HOUR },
        { key: `chat.code:${sessionId}`, limit: LIMITS.conversationCodesPerHour, window: HOUR },
        { key: `chat.code-at:${siteId}`, limit: LIMITS.conversationCodesPerSiteHour, window: HOUR },
      ]);
      const code = randomDigits(DIGITS);
      const { subject, text, html } = await templates.fixed(siteId, locale, WORDING[locale], {
        site: context.site.name,
        code: `${code.slice(0, 3)} ${code.slice(3)}`,
      });
      const expiresAt = after(clock.now(), LIMITS.conversationCodeLife);
      const about = {
        siteId,
        kind: 'CONVERSATION_CODE',
        refId: `code:${customer.id}`,
        sessionId,
        until: expiresAt,
      } as const;
      const { id } = await db.transaction(async (tx) => {
        const hashes = { addressHash: addressHash(customer, email), codeHash: codeHash(customer, code) };
        const fresh = { tries: 0, expiresAt, confirmedAt: null };
        await codes.put(tx, { participantId: customer.id, siteId, sessionId, ...hashes, ...fresh });
        return mail.enqueue(tx, { ...about, to: { name: '', address: email }, subject, text, html });
      });
      mail.kick();
      return (await mail.fateWithin(id, TOLD_WITHIN))!;
    },
    /** A confirmed address stays confirmed for as long as the conversation is available. */
    sweep: (): Promise<void> => codes.sweep(after(clock.now(), -24 * HOUR)),
  };
}
export type ConfirmAddress = ReturnType<typeof createConfirmAddress>;
