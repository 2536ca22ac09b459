import { computed, reactive, ref } from 'vue';
import { TEXT_ENCODINGS, type TextEncoding } from '@tandem/domain';
import { client, type TandemError } from '../../../client';
import { ImportUsersDocument, type ImportUsersMutation } from '../../../gql/graphql';

type Row = ImportUsersMutation['importUsers']['rows'][number];

const COLUMNS = 'email,name,role,language';

/** Imports accounts from a CSV file: a preview first, then invitations. */
export function useImport() {
  const rows = ref<Row[]>([]);
  const fileName = ref('');
  const isDone = ref(false);
  let file = '';

  /** As which the file was read; none while nothing is known of it. */
  const encoding = ref<TextEncoding | null>(null);

  async function send(isDryRun: boolean): Promise<void> {
    try {
      const input = { file, isDryRun, encoding: encoding.value };
      const { importUsers } = await client.mutate(ImportUsersDocument, { input });
      rows.value = importUsers.rows;
      encoding.value = importUsers.encoding;
      isDone.value = !isDryRun;
    } catch (error) {
      const tried = (error as TandemError).params?.encoding as TextEncoding | undefined;
      encoding.value = TEXT_ENCODINGS.find((each) => each === tried) ?? encoding.value;
      throw error;
    }
  }
  return reactive({
    rows,
    fileName,
    isDone,
    encoding,
    good: computed(() => rows.value.filter(({ problems }) => problems.length === 0)),
    bad: computed(() => rows.value.filter(({ problems }) => problems.length > 0)),
    /** @throws TandemError */
    async look(chosen: File): Promise<void> {
      fileName.value = chosen.name;
      rows.value = [];
      encoding.value = null;
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      file = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      await send(true);
    },
    /** The same file, read another way. @throws TandemError */
    async readAs(chosen: TextEncoding): Promise<void> {
      rows.value = [];
      encoding.value = chosen;
      await send(true);
    },
    invite: () => send(false),
  });
}

/** A file to begin with, as spreadsheets read it. */
export const exampleFile = (line: string): string =>
  URL.createObjectURL(new Blob([`\uFEFF${COLUMNS}\r\n${line}\r\n`], { type: 'text/csv' }));
