/** A minimal typed event emitter. */
export class Emitter<E> {
  private readonly listeners = new Map<keyof E, Set<(value: never) => void>>();

  on<K extends keyof E>(name: K, listener: (value: E[K]) => void): () => void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(listener));
    return () => set.delete(listener);
  }

  protected emit<K extends keyof E>(name: K, value: E[K]): void {
    this.listeners.get(name)?.forEach((listener) => (listener as (value: E[K]) => void)(value));
  }
}
