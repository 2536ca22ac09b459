import { API_TOKEN_LIVES, type ApiTokenScope } from '@tandem/domain';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeISO, enumOf } from '../../../platform/graphql/index.js';

export const ApiTokenScopeEnum = {
  REPORTS_READ: 'reports:read',
  SETTINGS_READ: 'settings:read',
  USERS_READ: 'users:read',
  SESSIONS_START: 'sessions:start',
} as const satisfies Record<string, ApiTokenScope>;
registerEnumType(ApiTokenScopeEnum, { name: 'ApiTokenScope' });
export const ApiTokenLifeEnum = enumOf(API_TOKEN_LIVES, 'ApiTokenLife');

@ObjectType('ApiToken')
export class ApiTokenType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => [ApiTokenScopeEnum]) scopes: string[];
  @Field(() => String, { description: 'Last four characters.' }) hint: string;
  @Field(() => DateTimeISO) createdAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) lastUsedAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'Null: it does not expire.' })
  expiresAt: Date | null;
  @Field(() => Boolean, {
    description: 'Only valid in the networks that the site allows for its staff, if it restricts them.',
  })
  isBound: boolean;
  @Field(() => DateTimeISO, { nullable: true }) revokedAt: Date | null;
  @Field(() => Boolean, {
    description: 'Revoked because the account that created it was disabled, or lost permissions of the token.',
  })
  hasEnded: boolean;
  createdById: string;
}

@ObjectType('CreatedApiToken')
export class CreatedApiTokenType {
  @Field(() => ApiTokenType) token: ApiTokenType;
  @Field(() => String, { description: 'Shown once.' }) secret: string;
}
