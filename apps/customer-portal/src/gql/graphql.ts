/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AskConversationCodeInput = {
  email: string;
  locale: Locale;
  sessionId: string;
};

/** The font of the pages: an installed family, or a file of the site. */
export type BrandingFont =
  | 'OWN'
  | 'ROUNDED'
  | 'SANS'
  | 'SERIF'
  | 'SYSTEM';

export type DeviceInput = {
  browser: string;
  /** Screens can be sent in greyscale. Omitted: unknown. */
  canSendGrey?: boolean | null | undefined;
  canShareScreen: boolean;
  hasCamera: boolean;
  /** The browser has WebRTC. Omitted: unknown. */
  hasMedia?: boolean | null | undefined;
  kind: DeviceKind;
  /** `und` when omitted or unknown. */
  language?: string | null | undefined;
  system: string;
  /** UTC when omitted or unknown. */
  timeZone?: string | null | undefined;
};

export type DeviceKind =
  | 'DESKTOP'
  | 'PHONE'
  | 'TABLET';

/** Exactly one of number and token. */
export type JoinSessionInput = {
  /** Id of the agreement, if the site has one. */
  agreedTo?: string | null | undefined;
  device: DeviceInput;
  locale: Locale;
  name?: string | null | undefined;
  number?: string | null | undefined;
  token?: string | null | undefined;
};

export type Locale =
  | 'en'
  | 'ko';

export type MailConversationInput = {
  /** Required for any other address than the one of the invitation. */
  code?: string | null | undefined;
  email: string;
  /** The language of headings; messages are not translated. */
  locale: Locale;
  sessionId: string;
  /** The IANA time zone of its times; UTC for an unknown one. */
  timeZone?: string;
};

/** The delivery state of a mail: NOT_SENT without a configured mail server; PERHAPS_DELIVERED when the connection was lost after the whole mail was sent. */
export type MailState =
  | 'DEFERRED'
  | 'FAILED'
  | 'NOT_SENT'
  | 'PERHAPS_DELIVERED'
  | 'SENDING'
  | 'SENT';

export type ParticipantRole =
  | 'ASSISTANT'
  | 'GUEST_EXPERT'
  | 'PRIMARY_CSR'
  | 'PRIMARY_CUSTOMER'
  | 'SECONDARY_CUSTOMER'
  | 'SUPERVISOR';

export type ParticipantState =
  | 'DECLINED'
  | 'LEFT'
  | 'REMOVED'
  | 'REPLACED'
  | 'SEATED'
  | 'WAITING';

export type AgreementQueryVariables = Exact<{
  locale: Locale;
}>;


export type AgreementQuery = { site: { id: string, agreement: { id: string, title: string, body: string } | null } };

export type JoinSessionMutationVariables = Exact<{
  input: JoinSessionInput;
}>;


export type JoinSessionMutation = { joinSession: { session: { id: string }, participant: { id: string, state: ParticipantState } } };

export type OpenInvitationMutationVariables = Exact<{
  token: string;
  isByPerson: boolean;
}>;


export type OpenInvitationMutation = { openInvitation: { siteName: string, csrName: string, role: ParticipantRole, name: string, locale: Locale, number: string, csr: { name: string, organisation: string | null, pictureUrl: string | null, checkPhrase: string | null } | null } };

export type SiteQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteQuery = { site: { id: string, name: string, locale: Locale, branding: { logoPath: string | null, typeface: { font: BrandingFont, stack: string | null, path: string | null, weights: string | null }, palette: { light: { accent: string, accentStrong: string, accentSoft: string, onAccent: string }, dark: { accent: string, accentStrong: string, accentSoft: string, onAccent: string } } | null, texts: Array<{ locale: Locale, title: string, lead: string, help: string, footer: string, privacyUrl: string }> } } };

export type BrandingColoursFragment = { accent: string, accentStrong: string, accentSoft: string, onAccent: string };

export type AskConversationCodeMutationVariables = Exact<{
  input: AskConversationCodeInput;
}>;


export type AskConversationCodeMutation = { askConversationCode: { state: MailState } };

export type ConversationQueryVariables = Exact<{
  sessionId: string;
}>;


export type ConversationQuery = { conversation: { isEmpty: boolean, isMailed: boolean, email: string | null, until: string | null, mail: { state: MailState } | null } };

export type MailConversationMutationVariables = Exact<{
  input: MailConversationInput;
}>;


export type MailConversationMutation = { mailConversation: { state: MailState } };

export const BrandingColoursFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandingColours"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BrandingColours"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accent"}},{"kind":"Field","name":{"kind":"Name","value":"accentStrong"}},{"kind":"Field","name":{"kind":"Name","value":"accentSoft"}},{"kind":"Field","name":{"kind":"Name","value":"onAccent"}}]}}]} as unknown as DocumentNode<BrandingColoursFragment, unknown>;
export const AgreementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Agreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Locale"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"agreement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}}]}}]} as unknown as DocumentNode<AgreementQuery, AgreementQueryVariables>;
export const JoinSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JoinSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"joinSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]} as unknown as DocumentNode<JoinSessionMutation, JoinSessionMutationVariables>;
export const OpenInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"isByPerson"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}},{"kind":"Argument","name":{"kind":"Name","value":"isByPerson"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isByPerson"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siteName"}},{"kind":"Field","name":{"kind":"Name","value":"csrName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"csr"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"checkPhrase"}}]}}]}}]}}]} as unknown as DocumentNode<OpenInvitationMutation, OpenInvitationMutationVariables>;
export const SiteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"branding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logoPath"}},{"kind":"Field","name":{"kind":"Name","value":"typeface"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"font"}},{"kind":"Field","name":{"kind":"Name","value":"stack"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"weights"}}]}},{"kind":"Field","name":{"kind":"Name","value":"palette"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"light"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrandingColours"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrandingColours"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"texts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"lead"}},{"kind":"Field","name":{"kind":"Name","value":"help"}},{"kind":"Field","name":{"kind":"Name","value":"footer"}},{"kind":"Field","name":{"kind":"Name","value":"privacyUrl"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandingColours"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BrandingColours"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accent"}},{"kind":"Field","name":{"kind":"Name","value":"accentStrong"}},{"kind":"Field","name":{"kind":"Name","value":"accentSoft"}},{"kind":"Field","name":{"kind":"Name","value":"onAccent"}}]}}]} as unknown as DocumentNode<SiteQuery, SiteQueryVariables>;
export const AskConversationCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskConversationCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AskConversationCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askConversationCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<AskConversationCodeMutation, AskConversationCodeMutationVariables>;
export const ConversationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Conversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isEmpty"}},{"kind":"Field","name":{"kind":"Name","value":"isMailed"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"mail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]} as unknown as DocumentNode<ConversationQuery, ConversationQueryVariables>;
export const MailConversationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MailConversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailConversationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailConversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<MailConversationMutation, MailConversationMutationVariables>;