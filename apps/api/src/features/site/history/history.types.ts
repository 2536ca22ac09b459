import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO, PageInfoType } from '../../../platform/graphql/index.js';
import type { PartChange } from './content.js';

@ObjectType('ContentPartChange')
class ContentPartChangeType implements PartChange {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Empty: there was nothing.' }) from: string;
  @Field(() => String) to: string;
}

@ObjectType('ContentChange', { description: 'A change of a text or of the branding, with its author.' })
export class ContentChangeType {
  @Field(() => ID) id: string;
  @Field(() => [ContentPartChangeType]) parts: PartChange[];
  @Field(() => DateTimeISO) changedAt: Date;
  @Field(() => String, { nullable: true }) changedByName: string | null;
  @Field(() => Boolean, { description: 'It is in effect, so that it can be undone.' }) isUndoable: boolean;
}

@ObjectType('ContentChangeEdge')
export class ContentChangeEdge {
  @Field(() => String) cursor: string;
  @Field(() => ContentChangeType) node: ContentChangeType;
}

@ObjectType('ContentChangeConnection')
export class ContentChangeConnection {
  @Field(() => [ContentChangeEdge]) edges: ContentChangeEdge[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}
