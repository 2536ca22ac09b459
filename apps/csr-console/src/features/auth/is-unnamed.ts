import { client } from '../../client';
import { SiteNameDocument } from '../../gql/graphql';

/** As every installation begins. */
const FIRST_NAME = 'Tandem';

/** Whether the site still has the name that it began with, as anybody may read it. @throws TandemError */
export const isUnnamed = async (): Promise<boolean> =>
  (await client.query(SiteNameDocument, {})).site.name === FIRST_NAME;
