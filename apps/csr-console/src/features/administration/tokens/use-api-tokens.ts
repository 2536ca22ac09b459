import { serverClock } from '@tandem/client';
import { reactive, ref } from 'vue';
import { client } from '../../../client';
import {
  ApiTokensDocument,
  CreateApiTokenDocument,
  RevokeApiTokenDocument,
  type ApiTokenPartsFragment,
  type CreateApiTokenInput,
} from '../../../gql/graphql';

export type ApiToken = ApiTokenPartsFragment;

/** Tokens of integrators. A secret is known in the moment it is made, and never again. */
export function useApiTokens() {
  const tokens = ref<ApiTokenPartsFragment[]>([]);
  const secret = ref<string | null>(null);
  return reactive({
    tokens,
    secret,
    /** By the server's clock. */
    now: serverClock.now,
    load: async () => void (tokens.value = (await client.query(ApiTokensDocument, {})).apiTokens),
    /** @throws TandemError */
    async create(input: CreateApiTokenInput): Promise<void> {
      const { createApiToken } = await client.mutate(CreateApiTokenDocument, { input });
      tokens.value = [createApiToken.token, ...tokens.value];
      secret.value = createApiToken.secret;
    },
    /** @throws TandemError */
    async revoke(id: string): Promise<void> {
      const { revokeApiToken } = await client.mutate(RevokeApiTokenDocument, { id });
      tokens.value = tokens.value.map((token) => (token.id === id ? revokeApiToken : token));
    },
  });
}
export type ApiTokensStore = ReturnType<typeof useApiTokens>;
