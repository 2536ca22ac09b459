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
    description: `At most ${LIMITS.fileName} characters; folders and invisible characters are removed.`,
  })
  name: string;
  @Field(() => Float, { description: 'Bytes.' }) size: number;
  @Text({ max: 200 })
  @Field(() => String, { defaultValue: '', description: 'The media type declared by the browser.' })
  type: string;
  @Text({ min: 8, max: 200 })
  @Field(() => String, {
    description:
      'A fingerprint that distinguishes files with the same name: size, time, and a hash of the first and last bytes. Sent with every upload request.',
  })
  fingerprint: string;
  @Field(() => ID, {
    nullable: true,
    description: 'An unfinished upload with the same name that this one replaces.',
  })
  replaces?: string;
}
