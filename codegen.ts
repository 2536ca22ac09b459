// Typed documents for each client, from its own *.graphql files and the one schema. Committed, and checked for drift.
import type { CodegenConfig } from '@graphql-codegen/cli';

const clients = ['apps/csr-console', 'apps/customer-portal', 'libs/session-client'];

const config: CodegenConfig = {
  schema: 'libs/contract/schema.graphql',
  ignoreNoDocuments: true,
  generates: Object.fromEntries(
    clients.map((client) => [
      `${client}/src/gql/`,
      {
        documents: `${client}/src/**/*.graphql`,
        preset: 'client',
        presetConfig: { fragmentMasking: false },
        config: {
          useTypeImports: true,
          enumType: 'string-literal',
          strictScalars: true,
          scalars: {
            DateTimeISO: 'string',
            ID: 'string',
            SettingValue: 'boolean | number | string | readonly string[]',
          },
        },
      },
    ]),
  ),
};

export default config;
