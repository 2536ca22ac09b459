import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Needs, type Context } from '../../../platform/graphql/index.js';
import type { Users } from '../users/index.js';
import type { MailQueries } from './mail.queries.js';
import { CaughtMailType, MailServerType, UnsentMailConnectionType, UnsentMailType } from './mail.types.js';
import { SiteType } from '../sites/index.js';
import type { TryAgain } from './try-again.js';

interface MailUseCases {
  queries: MailQueries;
  users: Users;
  server: MailServerType;
  tryAgain: TryAgain;
}

@Resolver(() => UnsentMailType)
export class MailResolver {
  constructor(private readonly use: MailUseCases) {}

  @Needs('settings.read')
  @Query(() => MailServerType, { description: 'Whether mails go out, as found at the start.' })
  mailServer(): MailServerType {
    return this.use.server;
  }

  @Needs('mail.readCaught')
  @Query(() => [CaughtMailType], { description: 'Where no mail server is set: what would have gone out.' })
  caughtMails(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
  ): Promise<CaughtMailType[]> {
    return this.use.queries.caught(context, first);
  }

  @Needs('mail.readCaught')
  @Query(() => UnsentMailConnectionType, {
    description: 'Mails that have not arrived as far as we know, newest first.',
  })
  unsentMails(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<UnsentMailConnectionType> {
    return this.use.queries.unsent(context, first, after);
  }

  @Needs('mail.readCaught')
  @Mutation(() => Boolean, {
    description:
      'Writes a mail once more, with a new link where it has one. ALREADY_ANSWERED when nothing is left to say.',
  })
  async tryMailAgain(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await this.use.tryAgain(context, id);
    return true;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The account that asked for it.' })
  async askedByName(@Ctx() context: Context, @Root() { askedById }: UnsentMailType): Promise<string | null> {
    return askedById ? ((await this.use.users.byId(context, askedById))?.name ?? null) : null;
  }
}

@Resolver(() => SiteType)
export class SiteMailResolver {
  constructor(private readonly isMailing: boolean) {}

  @FieldResolver(() => Boolean, { description: 'A mail server is set: what is asked to be mailed goes out.' })
  canMail(): boolean {
    return this.isMailing;
  }
}
