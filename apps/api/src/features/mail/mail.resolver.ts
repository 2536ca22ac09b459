import { Arg, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { DateTimeISO, Failure, Needs, pageSize } from '../../platform/graphql/index.js';
import type { MailRepo } from './mail.repo.js';

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
    private readonly repo: MailRepo,
    private readonly isCaught: boolean,
  ) {}

  @Needs('mail.readCaught')
  @Query(() => [CaughtMailType])
  async caughtMails(@Arg('first', () => Int, { defaultValue: 50 }) first: number): Promise<CaughtMailType[]> {
    if (!this.isCaught) throw new Failure('NOT_FOUND');
    return this.repo.list(pageSize(first));
  }
}
