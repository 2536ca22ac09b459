import { LIMITS } from '@tandem/domain';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, Text, type Context } from '../../../../platform/graphql/index.js';
import { SessionType } from '../../../session/sessions/index.js';
import type { HoldCustomer } from './hold-customer.js';
import type { HoldQueries } from './hold.queries.js';
import { HoldType } from './hold.types.js';

@InputType()
export class HoldCustomerInput {
  @Field(() => ID) sessionId: string;
  @Text({ max: LIMITS.holdMessage })
  @Field(() => String, { defaultValue: '', description: 'The message to the customer.' })
  message: string;
}

@Resolver(() => SessionType)
export class HoldResolver {
  constructor(
    private readonly use: HoldCustomer,
    private readonly queries: HoldQueries,
  ) {}

  @NeedsSeat()
  @Mutation(() => SessionType, { description: 'Stops sound and pictures in both directions, at the server.' })
  holdCustomer(
    @Ctx() context: Context,
    @Arg('input', () => HoldCustomerInput) { sessionId, message }: HoldCustomerInput,
  ): Promise<SessionType> {
    return this.use.hold(context, sessionId, message.trim());
  }

  @NeedsSeat()
  @Mutation(() => SessionType, { description: 'Ends the hold; media that were on before are on again.' })
  resumeCustomer(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<SessionType> {
    return this.use.resume(context, sessionId);
  }

  @FieldResolver(() => HoldType, { nullable: true, description: 'Null while nobody is on hold.' })
  hold(@Ctx() context: Context, @Root() { id }: SessionType): Promise<HoldType | null> {
    return this.queries.ofSession(context, id);
  }
}
