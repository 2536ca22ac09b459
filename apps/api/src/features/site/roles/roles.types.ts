import { LIMITS } from '@tandem/domain';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { BASED_ON, DateTimeISO, Exact, Line, PageInfoType } from '../../../platform/graphql/index.js';

@ObjectType('Role', { description: 'What an account may do at its site.' })
export class RoleType {
  @Field(() => ID, { description: 'Of the roles that every site has, a name in capitals: OWNER, CSR, …' }) id: string;
  @Field(() => String, { nullable: true, description: "Of the site's own roles; null for those that every site has." })
  name: string | null;
  @Field(() => [String]) permissions: readonly string[];
}

@ObjectType('RoleState', { description: "What one of the site's own roles was." })
export class RoleStateType {
  @Field(() => String) name: string;
  @Field(() => [String]) permissions: readonly string[];
}

@ObjectType('RoleChange')
export class RoleChangeType {
  @Field(() => ID) id: string;
  @Field(() => ID) roleId: string;
  @Field(() => RoleStateType, { nullable: true, description: 'Null: the role was new.' }) from: RoleStateType | null;
  @Field(() => RoleStateType, { nullable: true, description: 'Null: the role was deleted.' }) to: RoleStateType | null;
  @Field(() => String, { nullable: true }) changedByName: string | null;
  @Field(() => DateTimeISO) changedAt: Date;
  @Field(() => Boolean, { description: 'It is in effect, and can be undone.' }) isUndoable: boolean;
}
@ObjectType('RoleChangeEdge')
export class RoleChangeEdge {
  @Field(() => String) cursor: string;
  @Field(() => RoleChangeType) node: RoleChangeType;
}
@ObjectType('RoleChangeConnection')
export class RoleChangeConnection {
  @Field(() => [RoleChangeEdge]) edges: RoleChangeEdge[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}

@InputType()
export class SaveRoleInput {
  @Field(() => ID, { nullable: true, description: 'Of the role to be changed; none makes a new one.' })
  id?: string | null;
  @Line({ min: 1, max: LIMITS.roleName })
  @Field(() => String)
  name: string;
  @ArrayMaxSize(100)
  @MaxLength(LIMITS.id, { each: true })
  @Field(() => [String], { description: 'What these need comes with them.' })
  permissions: string[];
  @Exact({ max: LIMITS.handle })
  @Field(() => String, BASED_ON)
  basedOn?: string | null;
}
