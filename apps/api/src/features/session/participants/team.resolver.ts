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
    description: 'A colleague comes to help, by the number. A wrong number counts against the address.',
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
    description: 'A secondary customer becomes the one who is helped; what the former one had allowed ends at once.',
  })
  swapCustomer(@Ctx() context: Context, @Arg('participantId', () => ID) id: string): Promise<ParticipantRow> {
    return this.use.swap(context, id);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, { description: 'What an assistant or an outside expert may do from now on.' })
  setParticipantRights(
    @Ctx() context: Context,
    @Arg('participantId', () => ID) id: string,
    @Arg('rights', () => [SeatRightEnum]) rights: SeatRight[],
  ): Promise<ParticipantRow> {
    return this.use.setRights(context, id, rights);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, { description: 'An assistant leads from now on. Returns who leads.' })
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
      'Who gave the lead away takes it back; any assistant while the primary CSR is away. CONTROL_TAKEN else.',
  })
  takeControl(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<ParticipantRow> {
    return this.use.control.take(context, sessionId);
  }
}
