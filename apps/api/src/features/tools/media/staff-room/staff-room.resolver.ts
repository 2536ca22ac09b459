import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Exact, NeedsSeat, type Context } from '../../../../platform/graphql/index.js';
import type { JoinStaffRoom } from './join-staff-room.js';
import { MediaTicketType } from '../rooms/media.types.js';

@InputType()
export class JoinStaffRoomInput {
  @Field(() => ID) sessionId: string;
  @Exact({ min: 8, max: 64 })
  @Field(() => String, { description: 'Random per page load.' })
  windowId: string;
}

@Resolver()
export class StaffRoomResolver {
  constructor(private readonly join: JoinStaffRoom) {}

  @NeedsSeat()
  @Mutation(() => MediaTicketType, { description: 'For CSRs only: a room without customers.' })
  joinStaffRoom(
    @Ctx() context: Context,
    @Arg('input', () => JoinStaffRoomInput) { sessionId, windowId }: JoinStaffRoomInput,
  ): Promise<MediaTicketType> {
    return this.join(context, sessionId, windowId);
  }
}
