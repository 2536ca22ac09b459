import { LIMITS } from '@tandem/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, Text } from '../../platform/graphql/index.js';
import { SessionEventType } from '../sessions/index.js';

@ObjectType('Note')
export class NoteType {
  @Field(() => String) body: string;
  @Field(() => Int) revision: number;
  @Field(() => DateTimeISO) changedAt: Date;
  @Field(() => String, { description: 'Name of the CSR.' }) changedBy: string;
}

@ObjectType({ implements: SessionEventType })
export class NoteSaved extends SessionEventType {
  @Field(() => Int) revision: number;
}

@InputType()
export class SaveNoteInput {
  @Field(() => ID) sessionId: string;
  @Text({ max: LIMITS.noteBody })
  @Field(() => String)
  body: string;
  @Field(() => Int, { description: 'The revision that the text was written on; 0 for the first.' })
  baseRevision: number;
}
