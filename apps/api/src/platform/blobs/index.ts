import path from 'node:path';
import type { Config } from '../config/index.js';
import { createDiskStore } from './disk-store.js';
import { createS3Store } from './s3-store.js';
import { createSealedBlobs } from './sealed-blobs.js';

export { isStorageFull } from './blob-store.js';
export { frameKey, TamperedError } from './frames.js';
export { releaseMemory } from './release-memory.js';
export type { SealedBlob, SealedBlobs } from './sealed-blobs.js';

/** In the configured S3 bucket, else in the data folder. */
export const openBlobs = ({ s3, dataDir, filesQuota }: Config) =>
  createSealedBlobs(s3 ? createS3Store(s3) : createDiskStore(path.join(dataDir, 'files'), filesQuota));
