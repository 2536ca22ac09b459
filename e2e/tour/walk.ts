import type { BrowserContext, Page } from '@playwright/test';
import { type newPerson, type PersonOptions } from '../harness/browser.js';
import { SIZES, type Language } from '../harness/looks.js';
import type { Product } from '../harness/product.js';
import type { Tour } from '../harness/tour.js';

/** The people of a walk in one language. Only names may be in another language. */
export const CAST = {
  ko: { site: '에이크미', csr: '김서연', customer: '박지훈', other: '이하은', helper: '정다은', expert: '한 박사' },
  en: {
    site: 'Acme',
    csr: 'Sara Kim',
    customer: 'Jihun Park',
    other: 'Harriet Lee',
    helper: 'Nora Jung',
    expert: 'Dr. Han',
  },
};
export const PASSWORD = 'a blue kettle sings';

/** What a walk needs: a running product, one language, profiles of people, and the tour that inspects. */
export interface Walk {
  product: Product;
  language: Language;
  tour: Tour;
  person(options?: PersonOptions): ReturnType<typeof newPerson>;
}

type Actor = 'staff' | 'nobody' | `seat:${string}`;

/** GraphQL with the cookies of this profile, for steps that need no clicks. */
export async function ask<T = Record<string, never>>(
  context: BrowserContext,
  origin: string,
  actor: Actor,
  query: string,
  variables: object = {},
): Promise<T> {
  const response = await context.request.post(`${origin}/graphql`, {
    headers: { origin, ...(actor !== 'nobody' && { 'tandem-actor': actor }) },
    data: { query, variables },
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { extensions: { code: string } }[] };
  if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join(', '));
  return data;
}

/** Changes a setting of the site; the profile must be an administrator's. */
export const setting = (context: BrowserContext, origin: string, key: string, value: unknown) =>
  ask(context, origin, 'staff', 'mutation($i: ChangeSettingInput!) { changeSetting(input: $i) { value } }', {
    i: { key, value },
  });

export const signIn = (context: BrowserContext, { origin, email }: Product, password = PASSWORD) =>
  ask(context, origin, 'staff', 'mutation($i: SignInInput!) { signIn(input: $i) { id } }', { i: { email, password } });

/** Joins in this profile, as the join page does. @returns the session's id */
export async function join(
  context: BrowserContext,
  { product: { origin }, language }: Walk,
  number: string,
  name: string,
) {
  const device = { kind: 'DESKTOP', browser: 'Chrome 142', system: 'Windows', language, timeZone: 'Asia/Seoul' };
  const { joinSession } = await ask<{ joinSession: { session: { id: string } } }>(
    context,
    origin,
    'nobody',
    'mutation($i: JoinSessionInput!) { joinSession(input: $i) { session { id } } }',
    { i: { number, name, locale: language, device: { ...device, canShareScreen: true, hasCamera: true } } },
  );
  return joinSession.session.id;
}

/** Ends a session that is not needed any more. */
export const end = (staff: Page, origin: string, id: string) =>
  ask(staff.context(), origin, 'staff', 'mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });

/** A second microphone and a second camera, so that there is a choice. */
export function plugInMore(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const media = navigator.mediaDevices;
    const first = media.enumerateDevices.bind(media);
    media.enumerateDevices = async () => {
      const devices = await first();
      const more = devices.map(
        (device) => ({ ...device.toJSON(), deviceId: `${device.deviceId}-2` }) as MediaDeviceInfo,
      );
      return [...devices, ...more].filter(({ kind }) => kind !== 'audiooutput');
    };
  });
}

/** Waits until a dialog that opens by itself accepts clicks. */
export const untilItTakesClicks = (page: Page) => page.waitForTimeout(350);

/** On a narrow page the chat panel is opened and closed by a click; it stays open when the page becomes wide. */
export async function turnTalk(page: Page): Promise<void> {
  await page.setViewportSize(SIZES.phone);
  await page.getByTestId('open-chat').click();
  await page.setViewportSize(SIZES.desktop);
}
