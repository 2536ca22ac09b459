import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, type Context } from '../../platform/graphql/index.js';
import { SessionType } from '../sessions/index.js';
import type { NotesQueries } from './notes.queries.js';
import { NoteType, SaveNoteInput } from './notes.types.js';
import type { SaveNote } from './save-note.js';

@Resolver(() => SessionType)
export class NotesResolver {
  constructor(
    private readonly save: SaveNote,
    private readonly queries: NotesQueries,
  ) {}

  @NeedsSeat()
  @Mutation(() => NoteType, {
    description: 'A base revision that is not the newest is refused with NOTE_CHANGED_MEANWHILE and the newest text.',
  })
  async saveNote(@Ctx() context: Context, @Arg('input', () => SaveNoteInput) input: SaveNoteInput): Promise<NoteType> {
    return this.queries.toType(context, await this.save(context, input));
  }

  @FieldResolver(() => NoteType, { nullable: true, description: 'Staff only, else null.' })
  note(@Ctx() context: Context, @Root() { id }: SessionType): Promise<NoteType | null> {
    return this.queries.forStaff(context, id);
  }
}
