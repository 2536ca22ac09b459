import { LIMITS } from '@tandem/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, Exact } from '../../../platform/graphql/index.js';
import { SessionEventType } from '../../session/sessions/index.js';
import type { NoteRow } from './notes.repo.js';

@ObjectType('Note')
export class NoteType {
  row: NoteRow;
  @Field(() => String, { description: 'Markdown.' }) body: string;
  @Field(() => Int) revision: number;
  @Field(() => DateTimeISO) changedAt: Date;
  @Field(() => String, { description: 'Name of the CSR.' }) changedBy: string;
  @Field(() => Boolean, { description: "The viewer's own private note." }) isOwn: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The text at the end of the session; null for a note that was not changed since.',
  })
  bodyAtEnd: string | null;
}

@ObjectType({ implements: SessionEventType })
export class NoteSaved extends SessionEventType {
  @Field(() => Int) revision: number;
}

@ObjectType({ implements: SessionEventType, description: 'Sent to the own windows of the writer only.' })
export class PrivateNoteSaved extends SessionEventType {
  @Field(() => Int) revision: number;
}

@InputType()
export class SaveNoteInput {
  @Field(() => ID) sessionId: string;
  @Field(() => Boolean, { defaultValue: false, description: "The viewer's own note instead of the shared one." })
  isPrivate: boolean;
  @Exact({ max: LIMITS.noteUpdate })
  @Field(() => String, { description: 'A Yjs update in base64: what was written since the state that the server has.' })
  update: string;
}
