import { isStorageFull } from '../../../platform/blobs/index.js';
import { Failure } from '../../../platform/graphql/index.js';

/** Turns a lack of space, in blob storage or in the database, into STORAGE_FULL. @throws STORAGE_FULL */
export async function orStorageFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isStorageFull(error) ? new Failure('STORAGE_FULL') : error;
  }
}
