/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Agreement($locale: Locale!) {\n  site {\n    id\n    agreement(locale: $locale) {\n      id\n      title\n      body\n    }\n  }\n}": typeof types.AgreementDocument,
    "mutation JoinSession($input: JoinSessionInput!) {\n  joinSession(input: $input) {\n    session {\n      id\n    }\n    participant {\n      id\n      state\n    }\n  }\n}": typeof types.JoinSessionDocument,
    "mutation OpenInvitation($token: String!, $isByPerson: Boolean!) {\n  openInvitation(token: $token, isByPerson: $isByPerson) {\n    siteName\n    csrName\n    role\n    name\n    locale\n    number\n    csr {\n      name\n      organisation\n      pictureUrl\n      checkPhrase\n    }\n  }\n}": typeof types.OpenInvitationDocument,
    "query Site {\n  site {\n    id\n    name\n    locale\n    branding {\n      logoPath\n      typeface {\n        font\n        stack\n        path\n        weights\n      }\n      palette {\n        light {\n          ...BrandingColours\n        }\n        dark {\n          ...BrandingColours\n        }\n      }\n      texts {\n        locale\n        title\n        lead\n        help\n        footer\n        privacyUrl\n      }\n    }\n  }\n}\n\nfragment BrandingColours on BrandingColours {\n  accent\n  accentStrong\n  accentSoft\n  onAccent\n}": typeof types.SiteDocument,
    "mutation AskConversationCode($input: AskConversationCodeInput!) {\n  askConversationCode(input: $input) {\n    state\n  }\n}": typeof types.AskConversationCodeDocument,
    "query Conversation($sessionId: ID!) {\n  conversation(sessionId: $sessionId) {\n    isEmpty\n    isMailed\n    email\n    until\n    mail {\n      state\n    }\n  }\n}": typeof types.ConversationDocument,
    "mutation MailConversation($input: MailConversationInput!) {\n  mailConversation(input: $input) {\n    state\n  }\n}": typeof types.MailConversationDocument,
};
const documents: Documents = {
    "query Agreement($locale: Locale!) {\n  site {\n    id\n    agreement(locale: $locale) {\n      id\n      title\n      body\n    }\n  }\n}": types.AgreementDocument,
    "mutation JoinSession($input: JoinSessionInput!) {\n  joinSession(input: $input) {\n    session {\n      id\n    }\n    participant {\n      id\n      state\n    }\n  }\n}": types.JoinSessionDocument,
    "mutation OpenInvitation($token: String!, $isByPerson: Boolean!) {\n  openInvitation(token: $token, isByPerson: $isByPerson) {\n    siteName\n    csrName\n    role\n    name\n    locale\n    number\n    csr {\n      name\n      organisation\n      pictureUrl\n      checkPhrase\n    }\n  }\n}": types.OpenInvitationDocument,
    "query Site {\n  site {\n    id\n    name\n    locale\n    branding {\n      logoPath\n      typeface {\n        font\n        stack\n        path\n        weights\n      }\n      palette {\n        light {\n          ...BrandingColours\n        }\n        dark {\n          ...BrandingColours\n        }\n      }\n      texts {\n        locale\n        title\n        lead\n        help\n        footer\n        privacyUrl\n      }\n    }\n  }\n}\n\nfragment BrandingColours on BrandingColours {\n  accent\n  accentStrong\n  accentSoft\n  onAccent\n}": types.SiteDocument,
    "mutation AskConversationCode($input: AskConversationCodeInput!) {\n  askConversationCode(input: $input) {\n    state\n  }\n}": types.AskConversationCodeDocument,
    "query Conversation($sessionId: ID!) {\n  conversation(sessionId: $sessionId) {\n    isEmpty\n    isMailed\n    email\n    until\n    mail {\n      state\n    }\n  }\n}": types.ConversationDocument,
    "mutation MailConversation($input: MailConversationInput!) {\n  mailConversation(input: $input) {\n    state\n  }\n}": types.MailConversationDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Agreement($locale: Locale!) {\n  site {\n    id\n    agreement(locale: $locale) {\n      id\n      title\n      body\n    }\n  }\n}"): (typeof documents)["query Agreement($locale: Locale!) {\n  site {\n    id\n    agreement(locale: $locale) {\n      id\n      title\n      body\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation JoinSession($input: JoinSessionInput!) {\n  joinSession(input: $input) {\n    session {\n      id\n    }\n    participant {\n      id\n      state\n    }\n  }\n}"): (typeof documents)["mutation JoinSession($input: JoinSessionInput!) {\n  joinSession(input: $input) {\n    session {\n      id\n    }\n    participant {\n      id\n      state\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OpenInvitation($token: String!, $isByPerson: Boolean!) {\n  openInvitation(token: $token, isByPerson: $isByPerson) {\n    siteName\n    csrName\n    role\n    name\n    locale\n    number\n    csr {\n      name\n      organisation\n      pictureUrl\n      checkPhrase\n    }\n  }\n}"): (typeof documents)["mutation OpenInvitation($token: String!, $isByPerson: Boolean!) {\n  openInvitation(token: $token, isByPerson: $isByPerson) {\n    siteName\n    csrName\n    role\n    name\n    locale\n    number\n    csr {\n      name\n      organisation\n      pictureUrl\n      checkPhrase\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Site {\n  site {\n    id\n    name\n    locale\n    branding {\n      logoPath\n      typeface {\n        font\n        stack\n        path\n        weights\n      }\n      palette {\n        light {\n          ...BrandingColours\n        }\n        dark {\n          ...BrandingColours\n        }\n      }\n      texts {\n        locale\n        title\n        lead\n        help\n        footer\n        privacyUrl\n      }\n    }\n  }\n}\n\nfragment BrandingColours on BrandingColours {\n  accent\n  accentStrong\n  accentSoft\n  onAccent\n}"): (typeof documents)["query Site {\n  site {\n    id\n    name\n    locale\n    branding {\n      logoPath\n      typeface {\n        font\n        stack\n        path\n        weights\n      }\n      palette {\n        light {\n          ...BrandingColours\n        }\n        dark {\n          ...BrandingColours\n        }\n      }\n      texts {\n        locale\n        title\n        lead\n        help\n        footer\n        privacyUrl\n      }\n    }\n  }\n}\n\nfragment BrandingColours on BrandingColours {\n  accent\n  accentStrong\n  accentSoft\n  onAccent\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AskConversationCode($input: AskConversationCodeInput!) {\n  askConversationCode(input: $input) {\n    state\n  }\n}"): (typeof documents)["mutation AskConversationCode($input: AskConversationCodeInput!) {\n  askConversationCode(input: $input) {\n    state\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Conversation($sessionId: ID!) {\n  conversation(sessionId: $sessionId) {\n    isEmpty\n    isMailed\n    email\n    until\n    mail {\n      state\n    }\n  }\n}"): (typeof documents)["query Conversation($sessionId: ID!) {\n  conversation(sessionId: $sessionId) {\n    isEmpty\n    isMailed\n    email\n    until\n    mail {\n      state\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MailConversation($input: MailConversationInput!) {\n  mailConversation(input: $input) {\n    state\n  }\n}"): (typeof documents)["mutation MailConversation($input: MailConversationInput!) {\n  mailConversation(input: $input) {\n    state\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;