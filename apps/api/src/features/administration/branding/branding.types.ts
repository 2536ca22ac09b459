import { BRANDING_FONTS, LIMITS, type AccentColours, type BrandingFont, type Locale } from '@tandem/domain';
import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, Exact, Line, Raw, Text } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../../site/sites/index.js';

const BrandingFontEnum = enumOf(
  BRANDING_FONTS,
  'BrandingFont',
  'What the pages are set in: a family of the machine that shows them, or a file of the site.',
);

@ObjectType('BrandingColours')
export class BrandingColoursType implements AccentColours {
  @Field(() => String) accent: string;
  @Field(() => String) accentStrong: string;
  @Field(() => String) accentSoft: string;
  @Field(() => String, { description: 'What is written on the accent.' }) onAccent: string;
}
@ObjectType('BrandingPalette', { description: 'Made of the one colour that the site has chosen.' })
export class BrandingPaletteType {
  @Field(() => BrandingColoursType) light: BrandingColoursType;
  @Field(() => BrandingColoursType) dark: BrandingColoursType;
}

@ObjectType('BrandingTexts', { description: 'Of the page where customers join; empty: as it comes.' })
export class BrandingTextsType {
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => String) title: string;
  @Field(() => String) lead: string;
  @Field(() => String, { description: 'Below the field for the number: whom to ask.' }) help: string;
  @Field(() => String) footer: string;
  @Field(() => String, { description: 'Address of the privacy notice.' }) privacyUrl: string;
}

@ObjectType('BrandingTypeface')
export class BrandingTypefaceType {
  @Field(() => BrandingFontEnum) font: BrandingFont;
  @Field(() => String, { nullable: true, description: 'A CSS font-family; null: as it comes.' }) stack: string | null;
  @Field(() => String, { nullable: true, description: "A path on this origin to the site's own font, if it has one." })
  path: string | null;
  @Field(() => String, { nullable: true, description: 'The weights in that file, as CSS says them.' })
  weights: string | null;
}

@ObjectType('Branding', { description: 'How the site looks to its customers.' })
export class BrandingType {
  @Field(() => String, { nullable: true, description: '#rrggbb; null: as it comes.' }) accent: string | null;
  @Field(() => BrandingPaletteType, { nullable: true }) palette: BrandingPaletteType | null;
  @Field(() => String, { nullable: true, description: 'A path on this origin.' }) logoPath: string | null;
  @Field(() => BrandingTypefaceType) typeface: BrandingTypefaceType;
  @Field(() => [BrandingTextsType]) texts: BrandingTextsType[];
}

@ObjectType('SiteBranding', { description: 'The same, and who has changed it.' })
export class SiteBrandingType {
  @Field(() => BrandingType) branding: BrandingType;
  @Field(() => DateTimeISO, { nullable: true }) changedAt: Date | null;
  @Field(() => String, { nullable: true }) changedByName: string | null;
}

@InputType()
export class BrandingTextsInput {
  @Field(() => LocaleEnum) locale: Locale;
  @Line({ max: LIMITS.joinTitle })
  @Field(() => String, { defaultValue: '' })
  title: string;
  @Text({ max: LIMITS.joinLead })
  @Field(() => String, { defaultValue: '' })
  lead: string;
  @Line({ max: LIMITS.joinHelp })
  @Field(() => String, { defaultValue: '' })
  help: string;
  @Text({ max: LIMITS.joinFooter })
  @Field(() => String, { defaultValue: '' })
  footer: string;
  @Line({ max: LIMITS.address })
  @Field(() => String, { defaultValue: '' })
  privacyUrl: string;
}

@InputType()
export class BrandingInput {
  @Exact({ max: 32 })
  @Field(() => String, { nullable: true, description: '#rrggbb; null: as it comes.' })
  accent?: string | null;
  @Raw({ max: LIMITS.requestBytes })
  @Field(() => String, {
    nullable: true,
    description: 'A data URL of a PNG, JPEG, WebP or SVG; null takes it away; left out, it stays.',
  })
  logo?: string | null;
  @Field(() => BrandingFontEnum, { nullable: true, description: 'Left out, it stays.' }) font?: BrandingFont | null;
  @Field(() => ID, { nullable: true, description: 'A font that was sent before; left out, the last one stays.' })
  fontId?: string | null;
  @ValidateNested({ each: true })
  @Field(() => [BrandingTextsInput])
  texts: BrandingTextsInput[];
}
