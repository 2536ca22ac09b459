import { LIMITS } from '@tandem/domain';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Longest, Needs, staffOf, type Context } from '../../../platform/graphql/index.js';
import { InvitationPreviewType } from '../invitations/index.js';
import { ParticipantType, type ParticipantRow, type Participants } from '../../session/participants/index.js';
import { MeType } from '../../site/users/index.js';
import type { IdentityQueries } from './identity.queries.js';
import type { SetPicture } from './set-picture.js';
import { CsrIdentityType } from './identity.types.js';

@Resolver(() => ParticipantType)
export class IdentityResolver {
  constructor(
    private readonly queries: IdentityQueries,
    private readonly set: SetPicture,
  ) {}

  @Needs('account.manage')
  @Longest({ dataUrl: LIMITS.requestBytes }) // type and size are validated when the image is read
  @Mutation(() => String, {
    nullable: true,
    description: 'The picture of the account from a data URL; null removes it.',
  })
  async setMyPicture(
    @Ctx() context: Context,
    @Arg('dataUrl', () => String, { nullable: true }) dataUrl: string | null,
  ): Promise<string | null> {
    await this.set(context, dataUrl);
    return this.queries.pictureOf(context, staffOf(context));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Address of a picture on this origin.' })
  pictureUrl(@Ctx() context: Context, @Root() participant: ParticipantRow): Promise<string | null> {
    return this.queries.pictureOf(context, participant);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the account says whom it works for.' })
  async organisation(@Ctx() context: Context, @Root() participant: ParticipantRow): Promise<string | null> {
    const own = participant.organisation; // a guest expert has no account
    return own ?? ((await this.queries.accountOf(context, participant))?.organisation || null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Four digits that this CSR can read out; the customer sees the same. For those who are seated.',
  })
  checkPhrase(@Ctx() context: Context, @Root() participant: ParticipantRow): Promise<string | null> {
    return this.queries.phraseFor(context, participant);
  }
}

@Resolver(() => MeType)
export class MyPictureResolver {
  constructor(private readonly queries: IdentityQueries) {}

  @FieldResolver(() => String, { nullable: true })
  pictureUrl(@Ctx() context: Context, @Root() { id }: MeType): Promise<string | null> {
    return this.queries.pictureOf(context, { userId: id });
  }
}

@Resolver(() => InvitationPreviewType)
export class InvitationIdentityResolver {
  constructor(
    private readonly queries: IdentityQueries,
    private readonly participants: Participants,
  ) {}

  @FieldResolver(() => CsrIdentityType, { nullable: true, description: 'Who invites.' })
  async csr(@Ctx() context: Context, @Root() { createdById }: InvitationPreviewType): Promise<CsrIdentityType | null> {
    const csr = await this.participants.queries.byId(context, createdById);
    if (!csr) return null;
    const account = await this.queries.accountOf(context, csr);
    return {
      name: csr.name,
      organisation: account?.organisation || null,
      pictureUrl: await this.queries.pictureOf(context, csr),
      checkPhrase: await this.queries.phraseOf(context, csr.id),
    };
  }
}
