import { LIMITS, TEXT_ENCODINGS, type Locale, type TextEncoding } from '@tandem/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  BASED_ON,
  DateTimeISO,
  Email,
  enumOf,
  Exact,
  Line,
  PageInfoType,
  Raw,
} from '../../../platform/graphql/index.js';
import { MailFateType } from '../../site/mail/index.js';
import { LocaleEnum } from '../../site/sites/index.js';
import { RoleType, type SiteRole } from '../../site/roles/index.js';
import { IMPORT_PROBLEMS, type ImportProblem } from './import-rows.js';

const STATES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;
export type StaffState = (typeof STATES)[number];
const StaffStateEnum = enumOf(STATES, 'StaffState');
const TextEncodingEnum = enumOf(TEXT_ENCODINGS, 'TextEncoding', 'The encoding of a file.');
const ImportProblemEnum = enumOf(IMPORT_PROBLEMS, 'ImportProblem', 'An error in a row of a file.');

@ObjectType('StaffMember')
export class StaffMemberType {
  @Field(() => ID) id: string;
  @Field(() => String) email: string;
  @Field(() => String) name: string;
  @Field(() => RoleType) role: SiteRole;
  @Field(() => String, { description: 'Of name and role: for `basedOn` of a change.' }) version: string;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => StaffStateEnum) state: StaffState;
  @Field(() => Boolean) isSelf: boolean;
  @Field(() => Boolean, { description: 'The viewer may change, disable or enable it.' }) mayChange: boolean;
  @Field(() => String, { nullable: true, description: 'A new address that has not been confirmed yet.' })
  pendingEmail: string | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'When the confirmation link expires.' })
  pendingEmailUntil: Date | null;
  @Field(() => MailFateType, { nullable: true, description: 'The delivery state of the mail with that link.' })
  pendingEmailMail: MailFateType | null;
  @Field(() => DateTimeISO) createdAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) lastSeenAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'Of a link to choose a password that was not used.' })
  linkExpiresAt: Date | null;
  @Field(() => MailFateType, { nullable: true, description: 'The delivery state of the mail with that link.' })
  linkMail: MailFateType | null;
}

@ObjectType('StaffEdge')
export class StaffEdge {
  @Field(() => String) cursor: string;
  @Field(() => StaffMemberType) node: StaffMemberType;
}
@ObjectType('StaffConnection')
export class StaffConnection {
  @Field(() => [StaffEdge]) edges: StaffEdge[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}

@ObjectType('InvitedStaff')
export class InvitedStaffType {
  @Field(() => StaffMemberType) member: StaffMemberType;
  @Field(() => String, { description: 'Works once, to choose a password. Shown once.' }) url: string;
}

@ObjectType('SentUserLink')
export class SentUserLinkType {
  @Field(() => StaffMemberType) member: StaffMemberType;
  @Field(() => String, {
    nullable: true,
    description: 'Only when its mail can’t be sent: the link to hand over. Works once, to choose a password.',
  })
  url: string | null;
}

@ObjectType('StaffLinkPreview', { description: 'Whose password a link chooses.' })
export class StaffLinkPreviewType {
  @Field(() => String) name: string;
  @Field(() => String) email: string;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => Boolean, { description: 'Has signed in before.' }) isKnown: boolean;
}

@ObjectType('ImportedRow')
export class ImportedRowType {
  @Field(() => Int, { description: 'The line in the file.' }) line: number;
  @Field(() => String) email: string;
  @Field(() => String) name: string;
  @Field(() => RoleType, { nullable: true }) role: SiteRole | null;
  @Field(() => LocaleEnum, { nullable: true }) locale: Locale | null;
  @Field(() => [ImportProblemEnum], { description: 'None: it is (or would be) invited.' }) problems: ImportProblem[];
}

@ObjectType('ImportedUsers')
export class ImportedUsersType {
  @Field(() => TextEncodingEnum, { description: 'The encoding that was used.' }) encoding: TextEncoding;
  @Field(() => [ImportedRowType]) rows: ImportedRowType[];
}

@InputType()
export class InviteUserInput {
  @Email()
  @Field(() => String)
  email: string;
  @Line({ min: 1, max: LIMITS.personName })
  @Field(() => String)
  name: string;
  @Field(() => ID) roleId: string;
  @Field(() => LocaleEnum) locale: Locale;
}

@InputType()
export class ChangeUserInput {
  @Field(() => ID) id: string;
  @Line({ min: 1, max: LIMITS.personName })
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => ID, { nullable: true }) roleId?: string | null;
  @Exact({ max: LIMITS.handle })
  @Field(() => String, BASED_ON)
  basedOn?: string | null;
}

@InputType()
export class ImportUsersInput {
  @Raw({ max: LIMITS.requestBytes })
  @Field(() => String, { description: 'A CSV file in base64.' })
  file: string;
  @Field(() => Boolean, { description: 'Preview only: nobody is invited.' }) isDryRun: boolean;
  @Field(() => TextEncodingEnum, { nullable: true, description: 'The encoding of the file. Detected when omitted.' })
  encoding?: TextEncoding | null;
}

@InputType()
export class ChoosePasswordInput {
  @Exact({ max: LIMITS.handle })
  @Field(() => String)
  token: string;
  @Exact({ min: 1, max: LIMITS.passwordMax })
  @Field(() => String)
  password: string;
}

@InputType()
export class ForgotPasswordInput {
  @Line({ min: 1, max: LIMITS.email })
  @Field(() => String)
  email: string;
}
