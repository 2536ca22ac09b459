import { computed, reactive, ref } from 'vue';
import { client } from '../../client';
import { ImportUsersDocument, type ImportUsersMutation } from '../../gql/graphql';

type Row = ImportUsersMutation['importUsers'][number];

const COLUMNS = 'email,name,role,language';

/** New members of staff out of a CSV file: looked at first, then invited. */
export function useImport() {
  const rows = ref<Row[]>([]);
  const fileName = ref('');
  const isDone = ref(false);
  let file = '';

  async function send(isDryRun: boolean): Promise<void> {
    rows.value = (await client.mutate(ImportUsersDocument, { input: { file, isDryRun } })).importUsers;
    isDone.value = !isDryRun;
  }
  return reactive({
    rows,
    fileName,
    isDone,
    good: computed(() => rows.value.filter(({ problems }) => problems.length === 0)),
    bad: computed(() => rows.value.filter(({ problems }) => problems.length > 0)),
    /** @throws TandemError */
    async look(chosen: File): Promise<void> {
      fileName.value = chosen.name;
      rows.value = [];
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      file = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      await send(true);
    },
    invite: () => send(false),
  });
}

/** A file to begin with, as spreadsheets read it. */
export const exampleFile = (line: string): string =>
  URL.createObjectURL(new Blob([`\uFEFF${COLUMNS}\r\n${line}\r\n`], { type: 'text/csv' }));
