import { ADDRESS_FINDINGS, type AddressFinding } from '@tandem/domain';
import { Field, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf } from '../../../platform/graphql/index.js';

const AddressFindingEnum = enumOf(ADDRESS_FINDINGS, 'AddressFinding', 'What was found when an address was looked at.');

@ObjectType('SiteAddress', { description: 'A host name of its own by which people reach the site.' })
export class SiteAddressType {
  @Field(() => String, { description: 'As requests name it, in ASCII.' }) host: string;
  @Field(() => String, { description: 'As people read it.' }) name: string;
  @Field(() => String) origin: string;
  @Field(() => Boolean, { description: 'Links and mails lead there.' }) isMain: boolean;
  @Field(() => Boolean, { description: 'The viewer is there now.' }) isHere: boolean;
  @Field(() => DateTimeISO) addedAt: Date;
  @Field(() => String, { nullable: true }) addedByName: string | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'When it was last found to lead here.' })
  seenAt: Date | null;
}

@ObjectType('SiteAddresses')
export class SiteAddressesType {
  @Field(() => String, { description: 'The address of the installation, which always works.' }) installation: string;
  @Field(() => [SiteAddressType]) addresses: SiteAddressType[];
}

@ObjectType('AddressCheck')
export class AddressCheckType {
  @Field(() => AddressFindingEnum) finding: AddressFinding;
  @Field(() => String, { nullable: true, description: 'The address in numbers that the name leads to.' })
  ip: string | null;
  @Field(() => SiteAddressesType) site: SiteAddressesType;
}
