import { hasButton, heartOf, isMessageKind, MAIL_VARIABLES, type Locale, type MailKind } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import { variableInUrl } from './variable-in-url.js';
import type { Wording } from './templates.defaults.js';

/** Style of a paragraph. */
export interface MailPart {
  kind: 'PARAGRAPH' | 'SMALL' | 'BUTTON';
  text: string;
  /** Of a button. */
  url: string | null;
}
/** The branding of the site's mails. */
export interface MailLook {
  accent: string;
  onAccent: string;
  /** A CSS font-family, without double quotes. */
  font: string;
  /** Absolute: mails are read outside the site. */
  logoUrl: string | null;
  siteName: string;
}
export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
  parts: MailPart[];
}

const VARIABLE = /\{(\w+)\}/g;
const BUTTON = '{button}';
const SMALL_BELOW = '---';
/** A line of its own is a paragraph of its own, for what is more than text. */
const OWN_LINES: readonly string[] = [BUTTON, SMALL_BELOW];
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
const paragraphsOf = (body: string) =>
  body
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => (OWN_LINES.includes(line.trim()) ? `\n${line.trim()}\n` : line))
    .join('\n')
    .split(/\n\s*\n/)
    .map((each: string) => each.trim())
    .filter(Boolean);

/** @throws Failure for an unknown variable or one that is part of a URL, and for a text without a required variable */
export function assertWording(kind: MailKind, { subject, body, button }: Wording): void {
  const known: readonly string[] = [...MAIL_VARIABLES[kind], ...(hasButton(kind) ? ['button'] : [])];
  const used = [subject, body, button].flatMap((text) => [...text.matchAll(VARIABLE)].map(([, name]) => name!));
  const unknown = used.find((name) => !known.includes(name));
  if (unknown) throw new Failure('TEMPLATE_VARIABLE_UNKNOWN', { variable: `{${unknown}}` });
  const carried = [subject, body, button].map(variableInUrl).find((name) => name !== null);
  if (carried) throw new Failure('TEMPLATE_VARIABLE_IN_ADDRESS', { variable: carried });
  const heart = heartOf(kind);
  if (subject.includes('{conversation}'))
    throw new Failure('TEMPLATE_VARIABLE_UNKNOWN', { variable: '{conversation}' });
  const hasHeart = body.includes(`{${heart}}`) || (hasButton(kind) && paragraphsOf(body).includes(BUTTON));
  if (!hasHeart) throw new Failure(heart === 'link' ? 'TEMPLATE_LINK_MISSING' : 'TEMPLATE_CONVERSATION_MISSING');
  const needed = { body, ...(!isMessageKind(kind) && { subject }), ...(hasButton(kind) && { button }) };
  const empty = Object.entries(needed).find(([, text]) => !text.trim());
  if (empty) throw new Failure('BAD_INPUT', {}, [{ path: empty[0], rule: 'REQUIRED' }]);
}

/** Inserted values are literal text, also when they contain braces. */
const fill = (text: string, values: Record<string, string>) =>
  text.replace(VARIABLE, (braced, name: string) => values[name] ?? braced);

function partsOf({ body, button }: Wording, values: Record<string, string>): MailPart[] {
  const paragraphs = paragraphsOf(body);
  const smallFrom = paragraphs.indexOf(SMALL_BELOW);
  return paragraphs
    .map((paragraph, index): MailPart | null => {
      if (paragraph === SMALL_BELOW) return null;
      if (paragraph === BUTTON) return { kind: 'BUTTON', text: fill(button, values), url: values.link ?? '' };
      const kind = smallFrom >= 0 && index > smallFrom ? 'SMALL' : 'PARAGRAPH';
      return { kind, text: fill(paragraph, values), url: null };
    })
    .filter((part) => part !== null);
}

function htmlOf(locale: Locale, subject: string, parts: MailPart[], look: MailLook): string {
  const paragraph = (text: string, style = '') =>
    `<p style="margin:0 0 16px;${style}">${escape(text).replaceAll('\n', '<br>')}</p>`;
  const shown = parts.map(({ kind, text, url }) => {
    if (kind === 'SMALL') return paragraph(text, 'color:#5c5750;font-size:14px;');
    if (kind === 'PARAGRAPH') return paragraph(text);
    return `<p style="margin:24px 0"><a href="${escape(url ?? '')}" style="display:inline-block;padding:14px 24px;border-radius:8px;background:${look.accent};color:${look.onAccent};text-decoration:none;font-weight:600">${escape(text)}</a></p>`;
  });
  const logo = look.logoUrl
    ? `<p style="margin:0 0 24px"><img src="${escape(look.logoUrl)}" alt="${escape(look.siteName)}" style="max-height:40px;max-width:200px"></p>`
    : '';
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><meta name="supported-color-schemes" content="light"><title>${escape(subject)}</title></head>`,
    `<body style="margin:0;padding:32px 16px;background:#f6f4f1;color:#26231f;font:16px/1.6 ${look.font}">`,
    '<div style="max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px;word-break:keep-all">',
    logo,
    ...shown,
    '</div></body></html>',
  ].join('');
}

/** Renders a mail as text and as HTML. Every value is user input: escaped, never markup. */
export function composeMail(
  { locale, wording, look }: { locale: Locale; wording: Wording; look: MailLook },
  values: Record<string, string>,
): ComposedMail {
  const subject = fill(wording.subject, values).replace(/\s+/g, ' ').trim();
  const parts = partsOf(wording, values);
  const text = parts.map((part) => (part.kind === 'BUTTON' ? `${part.text}: ${part.url}` : part.text)).join('\n\n');
  return { subject, text, html: htmlOf(locale, subject, parts, look), parts };
}
