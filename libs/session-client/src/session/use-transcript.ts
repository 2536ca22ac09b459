import { TandemError, type TandemClient } from '@tandem/client';
import { reactive, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { browserTimeZone } from '../browser/detect-device';
import { ChatTranscriptDocument, type ChatTranscriptInput } from '../gql/graphql';

/** Saves a text as a download. */
function saveAs(fileName: string, mediaType: string, body: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([body], { type: mediaType }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The conversation as a file, in the page's language and this computer's time zone. */
export function useTranscript(client: TandemClient, sessionId: string) {
  const { locale } = useI18n();
  const isBusy = ref(false);
  const error = shallowRef<TandemError | null>(null);

  async function save(format: ChatTranscriptInput['format']): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    error.value = null;
    const timeZone = browserTimeZone();
    const input = { sessionId, format, locale: locale.value as ChatTranscriptInput['locale'], timeZone };
    try {
      const { fileName, mediaType, body } = (await client.query(ChatTranscriptDocument, { input })).chatTranscript;
      saveAs(fileName, mediaType, body);
    } catch (cause) {
      error.value = cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE');
    } finally {
      isBusy.value = false;
    }
  }
  return reactive({ isBusy, error, save });
}
export type TranscriptFile = ReturnType<typeof useTranscript>;
