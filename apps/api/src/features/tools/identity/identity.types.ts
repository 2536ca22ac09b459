import { Field, ObjectType } from 'type-graphql';

@ObjectType('CsrIdentity', { description: 'The CSR who invites.' })
export class CsrIdentityType {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) organisation: string | null;
  @Field(() => String, { nullable: true, description: 'Address of a picture on this origin.' })
  pictureUrl: string | null;
  @Field(() => String, { nullable: true, description: 'Four digits that this CSR can read out in this session.' })
  checkPhrase: string | null;
}
