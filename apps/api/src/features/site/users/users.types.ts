import { DASHBOARD_TABS, type DashboardTab, type Locale } from '@tandem/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf } from '../../../platform/graphql/index.js';
import { LocaleEnum, SiteType } from '../sites/index.js';

export const DashboardTabEnum = enumOf(DASHBOARD_TABS, 'DashboardTab');

@ObjectType('Me', { description: 'The signed-in member of staff.' })
export class MeType {
  @Field(() => ID) id: string;
  @Field(() => String) email: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Whom the account works for, as customers read it.' }) organisation: string;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => SiteType) site: SiteType;
  @Field(() => Boolean, {
    description: 'The password was generated: it must be changed before anything else.',
  })
  mustChangePassword: boolean;
  @Field(() => Boolean, { description: 'The site has no name yet: the first run is not finished.' })
  isFirstRun: boolean;
  @Field(() => String, { nullable: true, description: 'A new address that has not been confirmed yet.' })
  pendingEmail: string | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'When the confirmation link expires.' })
  pendingEmailUntil: Date | null;
  @Field(() => Boolean, {
    description: 'It still has the default address of a new installation, which receives no mail.',
  })
  isAddressMissing: boolean;
  @Field(() => Boolean, { description: 'Has completed or dismissed the offer of a practice session.' })
  isGuided: boolean;
  @Field(() => [DashboardTabEnum], { description: 'The tabs of the CSR dashboard in the order of this account.' })
  tabOrder: DashboardTab[];
}
