import type { SeatRight } from '@tandem/domain';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Needs, NeedsSeat, type Context } from '../../../platform/graphql/index.js';
import type { AssistSession } from './assist-session.js';
import type { RemoveParticipant } from './remove-participant.js';
import type { ParticipantRow } from './participants.repo.js';
import { JoinedSeatType, ParticipantType, SeatRightEnum } from './participants.types.js';
import type { SetRights } from './set-rights.js';
import type { SwapCustomer } from './swap-customer.js';
import type { TransferControl } from './transfer-control.js';

export interface TeamUseCases {
  remove: RemoveParticipant;
  assist: AssistSession;
  swap: SwapCustomer;
  setRights: SetRights;
  control: TransferControl;
}

/** Several people in one session: assistants, customers, the primary CSR. */
@Resolver()
export class TeamResolver {
  constructor(private readonly use: TeamUseCases) {}

  @Needs('sessions.take')
  @Mutation(() => JoinedSeatType, {
    description: 'Joins as an assistant, by the number. A wrong number counts against the client address.',
  })
  assistSession(@Ctx() context: Context, @Arg('number', () => String) number: string): Promise<JoinedSeatType> {
    return this.use.assist.byNumber(context, number);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType)
  removeParticipant(@Ctx() context: Context, @Arg('participantId', () => ID) id: string): Promise<ParticipantRow> {
    return this.use.remove(context, id);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, {
    description: 'A secondary customer becomes the primary customer; the grants of the former one end immediately.',
  })
  swapCustomer(@Ctx() context: Context, @Arg('participantId', () => ID) id: string): Promise<ParticipantRow> {
    return this.use.swap(context, id);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, { description: 'Sets the rights of an assistant or a guest expert.' })
  setParticipantRights(
    @Ctx() context: Context,
    @Arg('participantId', () => ID) id: string,
    @Arg('rights', () => [SeatRightEnum]) rights: SeatRight[],
  ): Promise<ParticipantRow> {
    return this.use.setRights(context, id, rights);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, { description: 'Makes an assistant the primary CSR. Returns the primary CSR.' })
  transferControl(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('toId', () => ID) toId: string,
  ): Promise<ParticipantRow> {
    return this.use.control.give(context, sessionId, toId);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, {
    description:
      'A CSR who handed over the lead can take it back; any assistant can take it while the primary CSR is away. Otherwise CONTROL_TAKEN.',
  })
  takeControl(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<ParticipantRow> {
    return this.use.control.take(context, sessionId);
  }
}
