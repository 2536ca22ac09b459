import { isStorageFull } from '../../../platform/blobs/index.js';
import { Failure } from '../../../platform/graphql/index.js';

/** What fails for want of room says so, wherever it was missing: where bytes are kept, or where rows are. @throws STORAGE_FULL */
export async function orStorageFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isStorageFull(error) ? new Failure('STORAGE_FULL') : error;
  }
}
