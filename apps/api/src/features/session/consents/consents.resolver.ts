import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, type Context } from '../../../platform/graphql/index.js';
import { SessionType } from '../sessions/index.js';
import type { AnswerConsent } from './answer-consent.js';
import type { AskConsent } from './ask-consent.js';
import { AnswerConsentInput, AskConsentInput } from './consents.inputs.js';
import type { ConsentsQueries } from './consents.queries.js';
import { ConsentRequestType, GrantType } from './consents.types.js';
import type { RevokeGrant } from './revoke-grant.js';

interface ConsentUseCases {
  ask: AskConsent;
  answering: AnswerConsent;
  revoke: RevokeGrant;
  queries: ConsentsQueries;
}

@Resolver(() => SessionType)
export class ConsentsResolver {
  constructor(private readonly use: ConsentUseCases) {}

  @NeedsSeat()
  @Mutation(() => ConsentRequestType, {
    description: 'Requests a consent. GRANTED immediately if an earlier grant covers it.',
  })
  async askConsent(
    @Ctx() context: Context,
    @Arg('input', () => AskConsentInput) input: AskConsentInput,
  ): Promise<ConsentRequestType> {
    return this.use.queries.toRequest(await this.use.ask(context, input));
  }

  @NeedsSeat()
  @Mutation(() => ConsentRequestType, { description: 'The requester withdraws the request.' })
  async withdrawConsentRequest(
    @Ctx() context: Context,
    @Arg('requestId', () => ID) requestId: string,
  ): Promise<ConsentRequestType> {
    return this.use.queries.toRequest(await this.use.answering.withdraw(context, requestId));
  }

  @NeedsSeat()
  @Mutation(() => ConsentRequestType, { description: 'The answer of a grantor.' })
  async answerConsent(
    @Ctx() context: Context,
    @Arg('input', () => AnswerConsentInput) input: AnswerConsentInput,
  ): Promise<ConsentRequestType> {
    return this.use.queries.toRequest(await this.use.answering.answer(context, input));
  }

  @NeedsSeat()
  @Mutation(() => ConsentRequestType, {
    description: 'A grantor needs more time: the deadline starts again.',
  })
  async extendConsentRequest(
    @Ctx() context: Context,
    @Arg('requestId', () => ID) requestId: string,
  ): Promise<ConsentRequestType> {
    return this.use.queries.toRequest(await this.use.answering.extend(context, requestId));
  }

  @NeedsSeat()
  @Mutation(() => GrantType, { description: 'A grantor revokes a grant; what uses it stops.' })
  async revokeGrant(@Ctx() context: Context, @Arg('grantId', () => ID) grantId: string): Promise<GrantType> {
    return this.use.queries.toGrant(await this.use.revoke(context, grantId));
  }

  @FieldResolver(() => [ConsentRequestType], {
    description: 'The open consent requests; for participants and staff.',
  })
  consentRequests(@Ctx() context: Context, @Root() { id }: SessionType): Promise<ConsentRequestType[]> {
    return this.use.queries.requests(context, id);
  }

  @FieldResolver(() => [GrantType], { description: 'Newest first; for customers and outside experts their own.' })
  grants(@Ctx() context: Context, @Root() { id }: SessionType): Promise<GrantType[]> {
    return this.use.queries.grants(context, id);
  }
}
