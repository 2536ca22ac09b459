import { LIMITS, SIDE_WIDTH, type SidePart } from '@tandem/domain';
import { Max, Min, ValidateNested } from 'class-validator';
import { Field, Float, InputType, Int } from 'type-graphql';
import { Line } from '../../../platform/graphql/index.js';
import { SidePartEnum } from './users.types.js';

@InputType()
export class ProfileInput {
  @Line({ min: 1, max: LIMITS.personName })
  @Field(() => String, { description: 'How the name is shown to customers.' })
  name: string;
  @Line({ max: LIMITS.organisation })
  @Field(() => String, { description: 'The organisation of the account; may be empty.' })
  organisation: string;
}

@InputType()
class PlaceInput {
  @Min(0)
  @Max(1)
  @Field(() => Float)
  x: number;
  @Min(0)
  @Max(1)
  @Field(() => Float)
  y: number;
}

@InputType()
export class DashboardLayoutInput {
  @Field(() => Boolean) isRailUnfolded: boolean;
  @Field(() => Boolean) isSideFolded: boolean;
  @Min(SIDE_WIDTH.min)
  @Max(SIDE_WIDTH.max)
  @Field(() => Int, { description: 'In CSS pixels.' })
  sideWidth: number;
  @Field(() => SidePartEnum) sidePart: SidePart;
  @Field(() => Boolean) isViewerBarFolded: boolean;
  @ValidateNested()
  @Field(() => PlaceInput)
  viewerBar: PlaceInput;
  @ValidateNested()
  @Field(() => PlaceInput)
  tiles: PlaceInput;
}
