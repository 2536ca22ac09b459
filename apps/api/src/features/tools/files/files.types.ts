import {
  FILE_CATEGORIES,
  FILE_KINDS,
  FILE_LIFECYCLE,
  FILE_LINK_PURPOSES,
  FILE_REFUSALS,
  type FileCategory,
  type FileKind,
  type FileRefusal,
  type FileState,
} from '@tandem/domain';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, type Lazy } from '../../../platform/graphql/index.js';
import { ParticipantType } from '../../session/participants/index.js';
import { SessionEventType } from '../../session/sessions/index.js';

export const FileKindEnum = enumOf(FILE_KINDS, 'FileKind');
const FileStateEnum = enumOf(Object.keys(FILE_LIFECYCLE) as FileState[], 'FileState');
const FileCategoryEnum = enumOf(FILE_CATEGORIES, 'FileCategory');
const FileRefusalEnum = enumOf(FILE_REFUSALS, 'FileRefusal');
export const FileLinkPurposeEnum = enumOf(FILE_LINK_PURPOSES, 'FileLinkPurpose');

@ObjectType('PublishedFile', { description: 'A file of a session: sent by one, downloaded by the others.' })
export class FileType {
  @Field(() => ID) id: string;
  @Field(() => FileKindEnum) kind: FileKind;
  @Field(() => FileStateEnum) state: FileState;
  @Field(() => String) name: string;
  @Field(() => Float, { description: 'Bytes.' }) size: number;
  @Field(() => ParticipantType, { simple: true }) sender: Lazy<ParticipantType>;
  @Field(() => String, { nullable: true, description: 'Detected from its content, once it is checked.' })
  mediaType: string | null;
  @Field(() => FileCategoryEnum, { nullable: true }) category: FileCategory | null;
  @Field(() => String, { nullable: true, description: 'In hex, once it is checked.' }) sha256: string | null;
  @Field(() => FileRefusalEnum, { nullable: true }) refusal: FileRefusal | null;
  @Field(() => Boolean, { description: 'The virus scanner is unavailable; the scan is retried.' }) isHeld: boolean;
  @Field(() => Boolean, { description: 'Scanned by a virus scanner; otherwise only its type was checked.' })
  isScanned: boolean;
  @Field(() => DateTimeISO) offeredAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) publishedAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true }) endedAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true }) expiresAt: Date | null;
  @Field(() => Float, { simple: true, description: 'The number of bytes received.' }) received: Lazy<number>;
  @Field(() => String, { description: 'Where its content is uploaded, by the tus protocol.' }) uploadPath: string;
  @Field(() => Boolean, { simple: true }) canWithdraw: Lazy<boolean>;
}

@ObjectType('FileLink', { description: 'For the requester, and only in the same browser.' })
export class FileLinkType {
  @Field(() => String) path: string;
  @Field(() => DateTimeISO) expiresAt: Date;
}

/** Events about one file, which is loaded on demand. A customer sees that a screenshot was taken, but not the file. */
@ObjectType()
abstract class FileEvent extends SessionEventType {
  @Field(() => FileType, { simple: true, nullable: true }) file: Lazy<FileType | null>;
}

const implementing = { implements: SessionEventType };

@ObjectType(implementing)
export class FileOffered extends FileEvent {}
@ObjectType({ ...implementing, description: 'The upload is complete; it is being checked.' })
export class FileReceived extends FileEvent {}
@ObjectType(implementing)
export class FilePublished extends FileEvent {}
@ObjectType({ ...implementing, description: 'A picture of what is viewed.' })
export class ScreenshotTaken extends FileEvent {}
@ObjectType(implementing)
export class FileRefused extends FileEvent {
  @Field(() => FileRefusalEnum) reason: FileRefusal;
}
@ObjectType(implementing)
export class FileWithdrawn extends FileEvent {}
@ObjectType(implementing)
export class FileExpired extends FileEvent {}
@ObjectType(implementing)
export class FileDownloaded extends FileEvent {}
