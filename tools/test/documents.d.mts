export interface PageDocument {
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  text: string;
}
/** Every operation that the pages send, with the fragments that it reaches. */
export declare function readDocuments(): PageDocument[];
/** The text of one of them. */
export declare function documentOf(name: string): string;
