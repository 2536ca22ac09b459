import { API_TOKEN_SCOPES, SCOPE_PERMISSIONS, type Permission } from '@tandem/domain';
import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { Extensions } from 'type-graphql';
import type { Acts } from './acts.js';
import { createLoaders, type Context } from './context.js';
import { Failure } from './failure.js';
import { assertTexts, takesTexts } from './text-bounds.js';
import { hasPermission, type Viewer } from './viewer.js';

/**
 * Who may use a root field. `public`: anybody. `permission`: an account or token that has it. `seat`: any seat in a
 * session; the use case checks which session. `staff`: also accounts without a seat, with that permission. `pastSeat`:
 * also former seats; the use case checks for how long.
 */
export interface Access {
  isPublic?: true;
  permission?: Permission;
  isSeat?: true;
  isPastSeat?: true;
}

export const Public = () => Extensions({ access: { isPublic: true } satisfies Access });
export const Needs = (permission: Permission) => Extensions({ access: { permission } satisfies Access });
export const NeedsSeat = () => Extensions({ access: { isSeat: true } satisfies Access });
export const NeedsSeatOr = (permission: Permission) =>
  Extensions({ access: { isSeat: true, permission } satisfies Access });
export const NeedsSeatOrPast = (permission?: Permission) =>
  Extensions({ access: { isSeat: true, isPastSeat: true, ...(permission && { permission }) } satisfies Access });

/** Root fields that declare no access, as `Type.field`. Must be empty. */
function fieldsWithoutAccess(schema: GraphQLSchema): string[] {
  return rootFields(schema)
    .filter(([, field]) => !field.extensions.access)
    .map(([type, field]) => `${type.name}.${field.name}`);
}

/** Wraps every root field with its access check. Throws when one declares no access: deny is the default. */
export function guardSchema(schema: GraphQLSchema, acts: Acts): GraphQLSchema {
  const open = fieldsWithoutAccess(schema);
  if (open.length) throw new Error(`root fields without a stated access: ${open.join(', ')}`);
  for (const [type, field] of rootFields(schema)) {
    const access = field.extensions.access as Access;
    const part = type.name === 'Subscription' ? 'subscribe' : 'resolve';
    const inner = field[part] ?? defaultFieldResolver;
    field[part] = async (source, args, context: Context, info) => {
      if (type.name === 'Mutation' && context.isAtUnknownAddress)
        throw new Failure('ADDRESS_UNKNOWN', { address: context.linkOrigin });
      assertAccess(access, context.viewer);
      assertTexts(field, args as object);
      const run = async (): Promise<unknown> => inner(source, args, context, info);
      return type.name === 'Mutation' ? change(context, () => acts.inTurn(context.viewer, run)) : run();
    };
  }
  for (const field of innerFields(schema).filter(takesTexts)) {
    const inner = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context: Context, info): unknown => {
      assertTexts(field, args as object);
      return inner(source, args, context, info);
    };
  }
  return schema;
}

/** Loaders cache per answer; what was cached before the mutation is outdated. */
async function change(context: Context, act: () => Promise<unknown>): Promise<unknown> {
  context.loader = createLoaders();
  const changed = await act();
  context.loader = createLoaders({ isRemembering: true });
  return changed;
}

/** For the owner of the token: which scope would be needed, or that no token may do this. */
function missingFor({ permission }: Access): { missingScope: string | null } {
  const scope = API_TOKEN_SCOPES.find((each) => permission && SCOPE_PERMISSIONS[each].includes(permission));
  return { missingScope: scope ?? null };
}

export function assertAccess(access: Access, viewer: Viewer): void {
  if (access.isPublic) return;
  if (access.isPastSeat && viewer.kind === 'anonymous' && viewer.was) return;
  if (viewer.kind === 'anonymous') throw new Failure(viewer.because ?? 'UNAUTHENTICATED');
  if (viewer.kind === 'staff' && viewer.mustChangePassword && access.permission !== 'account.manage')
    throw new Failure('PASSWORD_MUST_CHANGE');
  if (access.permission && hasPermission(viewer, access.permission)) return;
  if (access.isSeat && (viewer.kind === 'seat' || (viewer.kind === 'staff' && hasPermission(viewer, 'sessions.take'))))
    return;
  throw new Failure('FORBIDDEN', viewer.kind === 'token' ? missingFor(access) : {});
}

function rootFields(schema: GraphQLSchema): [GraphQLObjectType, GraphQLField<unknown, Context>][] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .filter((type) => type != null)
    .flatMap((type) =>
      Object.values(type.getFields()).map(
        (field) => [type, field] as [GraphQLObjectType, GraphQLField<unknown, Context>],
      ),
    );
}

/** Fields of answers may take arguments too. */
function innerFields(schema: GraphQLSchema): GraphQLField<unknown, Context>[] {
  const roots = new Set(rootFields(schema).map(([type]) => type));
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const inner = types.filter((type) => !roots.has(type) && !type.name.startsWith('__'));
  return inner.flatMap((type) => Object.values(type.getFields()) as GraphQLField<unknown, Context>[]);
}
