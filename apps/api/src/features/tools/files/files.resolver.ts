import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { FileLinkPurpose } from '@tandem/domain';
import { NeedsSeat, type Context } from '../../../platform/graphql/index.js';
import { SessionType } from '../../session/sessions/index.js';
import { OfferFileInput } from './files.inputs.js';
import type { FilesQueries } from './files.queries.js';
import { FileLinkPurposeEnum, FileLinkType, FileType } from './files.types.js';
import type { LinkFile } from './link-file.js';
import type { OfferFile } from './offer-file.js';
import type { WithdrawFile } from './withdraw-file.js';

interface Deps {
  offer: OfferFile;
  withdrawing: WithdrawFile;
  links: LinkFile;
  queries: FilesQueries;
}

@Resolver(() => SessionType)
export class FilesResolver {
  constructor(private readonly deps: Deps) {}

  @NeedsSeat()
  @Mutation(() => FileType, {
    description: 'Its content is then uploaded to uploadPath. Offering an unfinished upload again resumes it.',
  })
  async offerFile(
    @Ctx() context: Context,
    @Arg('input', () => OfferFileInput) input: OfferFileInput,
  ): Promise<FileType> {
    return this.deps.queries.toType(await this.deps.offer(context, input));
  }

  @NeedsSeat()
  @Mutation(() => FileType, { description: 'Withdraws a file, or cancels an upload. Its content is deleted.' })
  async withdrawFile(@Ctx() context: Context, @Arg('fileId', () => ID) id: string): Promise<FileType> {
    return this.deps.queries.toType(await this.deps.withdrawing.withdraw(context, id));
  }

  @NeedsSeat()
  @Mutation(() => FileLinkType, { description: 'A link for ten minutes, for the requester only.' })
  createFileLink(
    @Ctx() context: Context,
    @Arg('fileId', () => ID) id: string,
    @Arg('purpose', () => FileLinkPurposeEnum, { defaultValue: 'DOWNLOAD' }) purpose: FileLinkPurpose,
  ): Promise<FileLinkType> {
    return this.deps.links.create(context, id, purpose);
  }

  @FieldResolver(() => [FileType], { description: 'Files that the viewer may see, oldest first.' })
  files(@Ctx() context: Context, @Root() { id }: SessionType): Promise<FileType[]> {
    return this.deps.queries.listForViewer(context, id);
  }
}
