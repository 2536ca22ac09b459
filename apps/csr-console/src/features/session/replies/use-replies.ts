import { computed, reactive, ref } from 'vue';
import { client, TandemError } from '../../../client';
import {
  CannedRepliesDocument,
  DeleteCannedReplyDocument,
  SaveCannedReplyDocument,
  type CannedReplyPartsFragment,
  type SaveCannedReplyInput,
} from '../../../gql/graphql';

export type CannedReply = CannedReplyPartsFragment;

/** The canned replies of the site, or one's own: to be written, changed and deleted. */
export function useReplies(isForSite: boolean) {
  const all = ref<CannedReply[]>([]);
  const isLoaded = ref(false);
  /** The one that was deleted last, to be put back. */
  const deleted = ref<CannedReply | null>(null);

  const byName = (a: CannedReply, b: CannedReply) => a.short.localeCompare(b.short) || a.locale.localeCompare(b.locale);

  async function save({ id, locale, short, text, basedOn }: Omit<SaveCannedReplyInput, 'isForSite'>): Promise<void> {
    const input = { id: id ?? null, locale, short, text, isForSite, basedOn: basedOn ?? null };
    const { saveCannedReply } = await client.mutate(SaveCannedReplyDocument, { input });
    all.value = [...all.value.filter((reply) => reply.id !== saveCannedReply.id), saveCannedReply].sort(byName);
  }
  /** @throws TandemError */
  async function load(): Promise<void> {
    all.value = (await client.query(CannedRepliesDocument, {})).cannedReplies;
    isLoaded.value = true;
  }
  return reactive({
    isLoaded,
    deleted,
    list: computed(() => all.value.filter((reply) => reply.isForSite === isForSite)),
    load,
    /** As it is now. @throws TandemError */
    async readAgain(id: string): Promise<CannedReply> {
      await load();
      const reply = all.value.find((each) => each.id === id);
      if (!reply) throw new TandemError('NOT_FOUND');
      return reply;
    },
    /** @throws TandemError */
    save,
    /** @throws TandemError */
    async remove(reply: CannedReply): Promise<void> {
      await client.mutate(DeleteCannedReplyDocument, { id: reply.id });
      all.value = all.value.filter(({ id }) => id !== reply.id);
      deleted.value = reply;
    },
    /** @throws TandemError */
    async putBack(): Promise<void> {
      const reply = deleted.value;
      if (!reply) return;
      const { locale, short, text } = reply;
      await save({ locale, short, text });
      deleted.value = null;
    },
  });
}
export type Replies = ReturnType<typeof useReplies>;
