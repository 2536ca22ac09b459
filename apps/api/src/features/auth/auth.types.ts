import type { ApiTokenScope } from '@tandem/domain';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeISO } from '../../platform/graphql/index.js';

export const ApiTokenScopeEnum = {
  REPORTS_READ: 'reports:read',
  SETTINGS_READ: 'settings:read',
  USERS_READ: 'users:read',
} as const satisfies Record<string, ApiTokenScope>;
registerEnumType(ApiTokenScopeEnum, { name: 'ApiTokenScope' });

@ObjectType('ApiToken')
export class ApiTokenType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => [ApiTokenScopeEnum]) scopes: string[];
  @Field(() => String, { description: 'Last four characters.' }) hint: string;
  @Field(() => DateTimeISO) createdAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) lastUsedAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true }) revokedAt: Date | null;
}

@ObjectType('CreatedApiToken')
export class CreatedApiTokenType {
  @Field(() => ApiTokenType) token: ApiTokenType;
  @Field(() => String, { description: 'Shown once.' }) secret: string;
}
