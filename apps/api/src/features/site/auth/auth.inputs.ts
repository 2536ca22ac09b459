import { LIMITS, type ApiTokenLife, type ApiTokenScope } from '@tandem/domain';
import { Field, InputType } from 'type-graphql';
import { Exact, Line } from '../../../platform/graphql/index.js';
import { ApiTokenLifeEnum, ApiTokenScopeEnum } from './auth.types.js';

@InputType()
export class SignInInput {
  @Line({ min: 1, max: LIMITS.email })
  @Field(() => String)
  email: string;
  @Exact({ min: 1, max: LIMITS.passwordMax })
  @Field(() => String)
  password: string;
}

@InputType()
export class ChangePasswordInput {
  @Exact({ min: 1, max: LIMITS.passwordMax })
  @Field(() => String)
  currentPassword: string;
  @Exact({ min: 1, max: LIMITS.passwordMax })
  @Field(() => String)
  newPassword: string;
}

@InputType()
export class CreateApiTokenInput {
  @Line({ min: 1, max: LIMITS.apiTokenName })
  @Field(() => String)
  name: string;
  @Field(() => [ApiTokenScopeEnum]) scopes: ApiTokenScope[];
  @Field(() => ApiTokenLifeEnum, { defaultValue: 'DAYS_90' }) life: ApiTokenLife;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Only valid in the networks that the site allows for its staff, if it restricts them.',
  })
  isBound: boolean;
}
