import { watch } from 'vue';
import { client } from '../../../client';
import { MailTemplateChangesDocument } from '../../../gql/graphql';
import { useChanges } from '../history/use-changes';
import type { MailTemplate, TemplatesStore } from './use-templates';

/** The changes of one mail in one language; read again when it was changed. */
export function useTemplateChanges(store: TemplatesStore, template: () => MailTemplate) {
  const history = useChanges({
    async read(page) {
      const { kind, locale } = template();
      return (await client.query(MailTemplateChangesDocument, { input: { kind, locale, ...page } }))
        .mailTemplateChanges;
    },
    undo: store.undo,
    readAgain: store.load,
  });
  watch(template, () => void history.load().catch(() => undefined)); // keep the previous history: the change itself has shown its failure
  return history;
}
