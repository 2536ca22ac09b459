import { LIMITS } from '@tandem/domain';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Longest, NeedsSeat, type Context } from '../../../platform/graphql/index.js';
import { SessionType } from '../../session/sessions/index.js';
import { missingSince, openNote, vectorOf } from './note-document.js';
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
    description:
      'Merges; concurrent edits are kept, and returned as `missing`. After the end of the session only for the last primary CSR and earlier writers of the note.',
  })
  async saveNote(@Ctx() context: Context, @Arg('input', () => SaveNoteInput) input: SaveNoteInput): Promise<NoteType> {
    return this.queries.toType(context, await this.save(context, input));
  }

  @FieldResolver(() => NoteType, { nullable: true, description: 'The shared note of the CSRs. Staff only, else null.' })
  note(@Ctx() context: Context, @Root() { id }: SessionType): Promise<NoteType | null> {
    return this.queries.shared(context, id);
  }

  @FieldResolver(() => NoteType, { nullable: true, description: "The viewer's own private note." })
  privateNote(@Ctx() context: Context, @Root() { id }: SessionType): Promise<NoteType | null> {
    return this.queries.own(context, id);
  }
}

/** The state for merging, for everybody who may read a note. */
@Resolver(() => NoteType)
export class NoteResolver {
  @Longest({ have: LIMITS.noteUpdate })
  @FieldResolver(() => String, { description: 'The Yjs update, in base64, that a reader with this state lacks.' })
  missing(
    @Root() { row }: NoteType,
    @Arg('have', () => String, { nullable: true, description: 'A Yjs state vector in base64.' }) have: string | null,
  ): string {
    return missingSince(openNote(row.state, row.body), have);
  }

  @FieldResolver(() => String, { description: 'The Yjs state vector, in base64, of what the server has.' })
  stateVector(@Root() { row }: NoteType): string {
    return vectorOf(openNote(row.state, row.body));
  }
}
