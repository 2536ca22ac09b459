import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, type Context } from '../../../../platform/graphql/index.js';
import { ParticipantType } from '../../../session/participants/index.js';
import type { ChangeMedia } from './change-media.js';
import type { JoinMedia } from './join-media.js';
import type { MediaQueries } from './media.queries.js';
import type { ShowCamera } from './show-camera.js';
import { JoinMediaInput, MediaTicketType } from './media.types.js';

@Resolver(() => ParticipantType)
export class MediaResolver {
  constructor(
    private readonly join: JoinMedia,
    private readonly change: ChangeMedia,
    private readonly show: ShowCamera,
    private readonly queries: MediaQueries,
  ) {}

  @NeedsSeat()
  @Mutation(() => MediaTicketType)
  joinMedia(
    @Ctx() context: Context,
    @Arg('input', () => JoinMediaInput) input: JoinMediaInput,
  ): Promise<MediaTicketType> {
    return this.join(context, input);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, {
    description: 'Changes what the seat may publish, and notifies the others.',
  })
  setCamera(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('isOn', () => Boolean) isOn: boolean,
  ): Promise<ParticipantType> {
    return this.change.setDevice(context, sessionId, 'camera', isOn);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType)
  setMicrophone(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('isOn', () => Boolean) isOn: boolean,
  ): Promise<ParticipantType> {
    return this.change.setDevice(context, sessionId, 'microphone', isOn);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, {
    description:
      'Shows the own camera to a secondary customer as well, until it is turned off. Changes nothing while it is off.',
  })
  showCamera(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('viewerId', () => ID) viewerId: string,
    @Arg('isShown', () => Boolean) isShown: boolean,
  ): Promise<ParticipantType> {
    return this.show(context, { sessionId, viewerId, isShown });
  }

  @FieldResolver(() => Boolean)
  async isMicrophoneOn(@Ctx() context: Context, @Root() { id }: ParticipantType): Promise<boolean> {
    return (await this.queries.seatOf(context, id))?.isMicrophoneOn ?? false;
  }

  @FieldResolver(() => Boolean)
  async isCameraOn(@Ctx() context: Context, @Root() { id }: ParticipantType): Promise<boolean> {
    return (await this.queries.seatOf(context, id))?.isCameraOn ?? false;
  }

  @FieldResolver(() => [ID], { description: 'The secondary customers to whom a primary customer shows the camera.' })
  async cameraShownToIds(@Ctx() context: Context, @Root() { id }: ParticipantType): Promise<string[]> {
    return (await this.queries.seatOf(context, id))?.cameraShownToIds ?? [];
  }
}
