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

/** What every resolver is handed. */
export interface Context {
  viewer: Viewer;
  site: SiteRef;
  /** The client's address as the throttles count it: IPv6 by its /64. */
  address: string;
  /**
   * Who this browser is by its cookie, for a door that no page asks at and that knows by itself for whom it is. It lets in
   * whom GraphQL lets in, and nobody else.
   */
  asBearerOf(actor: Actor): Promise<Viewer>;
  /**
   * The page that asks was opened here, by a name that the site doesn't know: its cookies would count for nothing, so it
   * changes nothing either.
   */
  isAtUnknownAddress: boolean;
  /** Scheme and authority of the page that asks. */
  pageOrigin: string;
  /** Scheme and authority for links: where everybody can reach the site, wherever the asking page is. */
  linkOrigin: string;
  cookies: CookieJar;
  /** The one resolver of a class: subscriptions have no `this`. */
  instanceOf<T extends object>(Class: abstract new (...args: never[]) => T): T;
  /**
   * A batched loader of this request, made at its first use. In a query by HTTP, and in the answer to a change, it also
   * remembers; else it batches only: a change must be seen by what is read after it, and a socket's context lives for hours.
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

/** A key that is asked for several times in a batch is loaded once. */
async function loadOnce<K, V>(keys: readonly K[], load: (keys: readonly K[]) => Promise<V[]>): Promise<V[]> {
  const distinct = [...new Set(keys)];
  const values = await load(distinct);
  const byKey = new Map(distinct.map((key, i) => [key, values[i]!]));
  return keys.map((key) => byKey.get(key)!);
}

/** Rows by their ids: asked for one by one, by the fields of a list, and loaded together. */
export function rowsById<Row extends { id: string }>(list: (ids: readonly string[]) => Promise<Row[]>) {
  const key = Symbol('rows by id');
  async function load(ids: readonly string[]): Promise<(Row | null)[]> {
    const rows = new Map((await list(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }
  return (context: Context, id: string): Promise<Row | null> => context.loader(key, load).load(id);
}

/** The signed-in member of staff; for fields whose access says so, hence a failure only by mistake. */
export function staffOf(context: Context): Staff {
  if (context.viewer.kind !== 'staff') throw new Failure('UNAUTHENTICATED');
  return context.viewer;
}

/** A field's value that is loaded only when it is asked for: GraphQL calls it. Declare its field with `simple: true`. */
export type Lazy<T> = (args: unknown, context: Context) => T | Promise<T>;
