interface Server {
  bin: string;
  version: string;
  major: number;
}

/** A PostgreSQL of our own: in a temporary folder, on loopback, gone with us. `prepare` fills what is kept under `key`. */
export declare function startThrowaway(wish?: {
  server?: Server;
  key?: string;
  prepare?: (url: string) => Promise<void>;
}): Promise<{ url: string; stop(): Promise<void> }>;
