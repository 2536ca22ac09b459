import { knownTimeZone } from '@tandem/domain';
import type { Context } from '../../../platform/graphql/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { ChatTranscriptInput } from './chat.inputs.js';
import { readerOf } from './chat.policy.js';
import type { ChatTranscriptType } from './chat.types.js';
import type { GatherTranscript } from './gather-transcript.js';
import type { FindOwnConversation } from './own-conversation.js';
import { toJson, toPlainText } from './write-transcript.js';

interface Deps {
  sessions: Sessions;
  gather: GatherTranscript;
  own: FindOwnConversation;
}

/** The conversation as a file: customers get their own view, staff the record. */
export function createExportTranscript({ sessions, gather, own }: Deps) {
  /** A participant whose session is over has only a view of the past. */
  async function readable(context: Context, sessionId: string) {
    if (context.viewer.kind === 'anonymous') return own(context, sessionId);
    const { session, seat } = await sessions.access.toRead(context.viewer, context.site.id, sessionId);
    return { session, reader: readerOf(seat), upTo: null };
  }

  return async (context: Context, input: ChatTranscriptInput): Promise<ChatTranscriptType> => {
    const { sessionId, format, locale, timeZone } = input;
    const transcript = await gather(context, await readable(context, sessionId));
    const { number } = transcript;
    return format === 'JSON'
      ? { fileName: `chat-${number}.json`, mediaType: 'application/json', body: toJson(transcript) }
      : {
          fileName: `chat-${number}.txt`,
          mediaType: 'text/plain;charset=utf-8',
          body: toPlainText(transcript, locale, knownTimeZone(timeZone)),
        };
  };
}
export type ExportTranscript = ReturnType<typeof createExportTranscript>;
