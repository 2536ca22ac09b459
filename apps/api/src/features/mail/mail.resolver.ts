import { Arg, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { DateTimeISO, Needs } from '../../platform/graphql/index.js';
import type { CaughtMails } from './caught-mails.js';

@ObjectType('CaughtMail', { description: 'A mail that was caught because no mail server is set.' })
export class CaughtMailType {
  @Field(() => ID) id: string;
  @Field(() => String) from: string;
  @Field(() => String) to: string;
  @Field(() => String) subject: string;
  @Field(() => String) text: string;
  @Field(() => String) html: string;
  @Field(() => DateTimeISO) receivedAt: Date;
}

@Resolver()
export class MailResolver {
  constructor(
    private readonly caught: CaughtMails,
    private readonly isCaught: boolean,
  ) {}

  @Needs('settings.read')
  @Query(() => Boolean, { description: 'No mail server is set: mails are caught, to be read in the console.' })
  isMailCaught(): boolean {
    return this.isCaught;
  }

  @Needs('mail.readCaught')
  @Query(() => [CaughtMailType])
  caughtMails(@Arg('first', () => Int, { defaultValue: 50 }) first: number): Promise<CaughtMailType[]> {
    return this.caught(first);
  }
}
