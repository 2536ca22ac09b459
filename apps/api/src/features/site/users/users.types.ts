import { DASHBOARD_TABS, SIDE_PARTS, type DashboardTab, type Locale, type SidePart } from '@tandem/domain';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf } from '../../../platform/graphql/index.js';
import { LocaleEnum, SiteType } from '../sites/index.js';

export const DashboardTabEnum = enumOf(DASHBOARD_TABS, 'DashboardTab');

export const SidePartEnum = enumOf(SIDE_PARTS, 'SidePart');

@ObjectType('Place', { description: 'Where something lies that can be moved.' })
export class PlaceType {
  @Field(() => Float, { description: 'The share of the free width that is at its left, 0 to 1.' }) x: number;
  @Field(() => Float, { description: 'The share of the free height that is above it, 0 to 1.' }) y: number;
}

@ObjectType('DashboardLayout', { description: 'How an account has arranged the CSR dashboard.' })
export class DashboardLayoutType {
  @Field(() => Boolean) isRailUnfolded: boolean;
  @Field(() => Boolean) isSideFolded: boolean;
  @Field(() => Int, { description: 'In CSS pixels.' }) sideWidth: number;
  @Field(() => SidePartEnum) sidePart: SidePart;
  @Field(() => Boolean) isViewerBarFolded: boolean;
  @Field(() => PlaceType) viewerBar: PlaceType;
  @Field(() => PlaceType, { description: 'Of the pictures of the participants.' }) tiles: PlaceType;
}

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
  @Field(() => DashboardLayoutType) dashboardLayout: DashboardLayoutType;
}
