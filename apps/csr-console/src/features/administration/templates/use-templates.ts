import type { Locale, MailKind } from '@tandem/domain';
import { reactive, ref } from 'vue';
import { client } from '../../../client';
import {
  ChangeMailTemplateDocument,
  LockMailTemplateDocument,
  MailPreviewDocument,
  MailTemplatesDocument,
  ResetMailTemplateDocument,
  SendTestMailDocument,
  type SendTestMailMutation,
  UndoMailTemplateChangeDocument,
  type MailPreviewQuery,
  type MailTemplateInput,
  type MailTemplatePartsFragment,
} from '../../../gql/graphql';

export type MailTemplate = MailTemplatePartsFragment;
export type MailPreview = MailPreviewQuery['mailPreview'];

/** The mails of the site, each in every language. */
export function useTemplates() {
  const templates = ref<MailTemplate[]>([]);
  const isOf =
    ({ kind, locale }: { kind: MailKind; locale: Locale }) =>
    (each: MailTemplate) =>
      each.kind === kind && each.locale === locale;
  const take = (changed: MailTemplate) =>
    void (templates.value = templates.value.map((each) => (isOf(changed)(each) ? changed : each)));

  return reactive({
    templates,
    of: (kind: MailKind, locale: Locale) => templates.value.find(isOf({ kind, locale })) ?? null,
    /** @throws TandemError */
    load: async () => void (templates.value = (await client.query(MailTemplatesDocument, {})).mailTemplates),
    change: async (input: MailTemplateInput) =>
      take((await client.mutate(ChangeMailTemplateDocument, { input })).changeMailTemplate),
    reset: async (kind: MailKind, locale: Locale) =>
      take((await client.mutate(ResetMailTemplateDocument, { kind, locale })).resetMailTemplate),
    undo: async (id: string) =>
      take((await client.mutate(UndoMailTemplateChangeDocument, { id })).undoMailTemplateChange),
    lock: async (kind: MailKind, locale: Locale, isLocked: boolean) =>
      take((await client.mutate(LockMailTemplateDocument, { kind, locale, isLocked })).lockMailTemplate),
    preview: async (input: MailTemplateInput): Promise<MailPreview> =>
      (await client.query(MailPreviewDocument, { input })).mailPreview,
    sendTest: async (input: MailTemplateInput): Promise<SendTestMailMutation['sendTestMail']> =>
      (await client.mutate(SendTestMailDocument, { input })).sendTestMail,
  });
}
export type TemplatesStore = ReturnType<typeof useTemplates>;
