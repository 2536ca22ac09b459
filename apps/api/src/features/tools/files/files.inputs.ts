import { LIMITS, type FileKind } from '@tandem/domain';
import { Field, Float, ID, InputType } from 'type-graphql';
import { Raw, Text } from '../../../platform/graphql/index.js';
import { FileKindEnum } from './files.types.js';

@InputType()
export class OfferFileInput {
  @Field(() => ID) sessionId: string;
  @Field(() => FileKindEnum, { defaultValue: 'FILE' }) kind: FileKind;
  // any characters: it is sanitised, and never used as a path
  @Raw({ max: LIMITS.fileName })
  @Field(() => String, {
    description: `At most ${LIMITS.fileName} characters; kept without folders and what is unseen.`,
  })
  name: string;
  @Field(() => Float, { description: 'Bytes.' }) size: number;
  @Text({ max: 200 })
  @Field(() => String, { defaultValue: '', description: 'The media type as the browser tells it.' })
  type: string;
  @Text({ min: 8, max: 200 })
  @Field(() => String, {
    description:
      'Tells one file from another under the same name: its size, its time, a hash of its beginning and end. Sent along with every piece.',
  })
  fingerprint: string;
  @Field(() => ID, {
    nullable: true,
    description: 'An unfinished upload under the same name that this one is instead of.',
  })
  replaces?: string;
}
