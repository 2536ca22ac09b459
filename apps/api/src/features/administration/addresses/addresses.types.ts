import { ADDRESS_FINDINGS, type AddressFinding } from '@tandem/domain';
import { Field, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf } from '../../../platform/graphql/index.js';

const AddressFindingEnum = enumOf(ADDRESS_FINDINGS, 'AddressFinding', 'The result of checking an address.');

@ObjectType('SiteAddress', { description: 'A host name of the site.' })
export class SiteAddressType {
  @Field(() => String, { description: 'As in requests, in ASCII.' }) host: string;
  @Field(() => String, { description: 'In Unicode.' }) name: string;
  @Field(() => String) origin: string;
  @Field(() => Boolean, { description: 'Links in mails use it.' }) isMain: boolean;
  @Field(() => Boolean, { description: 'The viewer is using it now.' }) isHere: boolean;
  @Field(() => DateTimeISO) addedAt: Date;
  @Field(() => String, { nullable: true }) addedByName: string | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'When the last successful check was.' })
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
  @Field(() => String, { nullable: true, description: 'The IP address that the name resolves to.' })
  ip: string | null;
  @Field(() => SiteAddressesType) site: SiteAddressesType;
}
