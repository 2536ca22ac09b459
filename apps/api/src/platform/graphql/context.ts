import type { Actor } from '@tandem/contract';
import type { Locale } from '@tandem/domain';
import DataLoader from 'dataloader';
import type { CookieJar } from '../http/cookies.js';
import { Failure } from './failure.js';
import type { Staff, Viewer } from './viewer.js';

export interface SiteRef {
  id: string;
  name: string;
  locale: Locale;
}

/** The context of every resolver. */
export interface Context {
  viewer: Viewer;
  site: SiteRef;
  /** The client's address as throttles count it: IPv6 by its /64. */
  address: string;
  /**
   * Identifies this browser by its cookie alone, for a handler that no page calls and that knows which actor it
   * expects. It accepts the same actors as GraphQL.
   */
  asBearerOf(actor: Actor): Promise<Viewer>;
  /**
   * The requesting page was opened under a host name that the site doesn't know: its cookies are ignored, so it can't
   * change anything.
   */
  isAtUnknownAddress: boolean;
  /** Scheme and authority of the requesting page. */
  pageOrigin: string;
  /** Scheme and authority for links: where everybody can reach the site, independent of the requesting page. */
  linkOrigin: string;
  cookies: CookieJar;
  /** The one resolver instance of a class: subscriptions have no `this`. */
  instanceOf<T extends object>(Class: abstract new (...args: never[]) => T): T;
  /**
   * A batching loader of this request, created at first use. In a query over HTTP, and in the answer to a mutation, it
   * also caches; elsewhere it only batches: reads after a change must see it, and a socket's context lives for hours.
   */
  loader<K, V>(key: symbol, load: (keys: readonly K[]) => Promise<V[]>): DataLoader<K, V>;
}

export function createLoaders({ isRemembering = false } = {}): Context['loader'] {
  const loaders = new Map<symbol, unknown>();
  return <K, V>(key: symbol, load: (keys: readonly K[]) => Promise<V[]>) => {
    const known = loaders.get(key) as DataLoader<K, V> | undefined;
    if (known) return known;
    const made = new DataLoader<K, V>((keys) => loadOnce(keys, load), { cache: isRemembering });
    loaders.set(key, made);
    return made;
  };
}

/** A key that is requested several times in a batch is loaded once. */
async function loadOnce<K, V>(keys: readonly K[], load: (keys: readonly K[]) => Promise<V[]>): Promise<V[]> {
  const distinct = [...new Set(keys)];
  const values = await load(distinct);
  const byKey = new Map(distinct.map((key, i) => [key, values[i]!]));
  return keys.map((key) => byKey.get(key)!);
}

/** Rows by id: requested one by one by the fields of a list, loaded together. */
export function rowsById<Row extends { id: string }>(list: (ids: readonly string[]) => Promise<Row[]>) {
  const key = Symbol('rows by id');
  async function load(ids: readonly string[]): Promise<(Row | null)[]> {
    const rows = new Map((await list(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }
  return (context: Context, id: string): Promise<Row | null> => context.loader(key, load).load(id);
}

/** The signed-in account; for fields whose access guarantees it, so it throws only on a programming error. */
export function staffOf(context: Context): Staff {
  if (context.viewer.kind !== 'staff') throw new Failure('UNAUTHENTICATED');
  return context.viewer;
}

/** A field's value that is loaded only when requested: GraphQL calls it. Declare its field with `simple: true`. */
export type Lazy<T> = (args: unknown, context: Context) => T | Promise<T>;
