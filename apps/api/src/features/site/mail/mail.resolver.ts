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
  @Query(() => MailServerType, { description: 'Whether mails can be sent, as checked at the start.' })
  mailServer(): MailServerType {
    return this.use.server;
  }

  @Needs('mail.readCaught')
  @Query(() => [CaughtMailType], { description: 'The mails that were not sent because no mail server is configured.' })
  caughtMails(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
  ): Promise<CaughtMailType[]> {
    return this.use.queries.caught(context, first);
  }

  @Needs('mail.readCaught')
  @Query(() => UnsentMailConnectionType, {
    description: 'Mails whose delivery is not confirmed, newest first.',
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
      'Composes and sends a mail again, with a new link if it has one. ALREADY_ANSWERED when it is obsolete.',
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

  @FieldResolver(() => Boolean, { description: 'A mail server is configured: mails are sent.' })
  canMail(): boolean {
    return this.isMailing;
  }
}
