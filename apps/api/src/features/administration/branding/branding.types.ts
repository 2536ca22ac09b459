import { BRANDING_FONTS, LIMITS, type AccentColours, type BrandingFont, type Locale } from '@tandem/domain';
import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { BASED_ON, DateTimeISO, enumOf, Exact, Line, Raw, Text, VERSION } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../../site/sites/index.js';

const BrandingFontEnum = enumOf(
  BRANDING_FONTS,
  'BrandingFont',
  'The font of the pages: an installed family, or a file of the site.',
);

@ObjectType('BrandingColours')
export class BrandingColoursType implements AccentColours {
  @Field(() => String) accent: string;
  @Field(() => String) accentStrong: string;
  @Field(() => String) accentSoft: string;
  @Field(() => String, { description: 'The colour of text on the accent.' }) onAccent: string;
}
@ObjectType('BrandingPalette', { description: 'Derived from the accent colour of the site.' })
export class BrandingPaletteType {
  @Field(() => BrandingColoursType) light: BrandingColoursType;
  @Field(() => BrandingColoursType) dark: BrandingColoursType;
}

@ObjectType('BrandingTexts', { description: 'Of the page where customers join; empty: the default.' })
export class BrandingTextsType {
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => String) title: string;
  @Field(() => String) lead: string;
  @Field(() => String, { description: 'Shown below the field for the number: where to get help.' }) help: string;
  @Field(() => String) footer: string;
  @Field(() => String, { description: 'URL of the privacy notice.' }) privacyUrl: string;
}

@ObjectType('BrandingTypeface')
export class BrandingTypefaceType {
  @Field(() => BrandingFontEnum) font: BrandingFont;
  @Field(() => String, { nullable: true, description: 'A CSS font-family; null: the default.' }) stack: string | null;
  @Field(() => String, { nullable: true, description: "A path on this origin to the site's own font, if it has one." })
  path: string | null;
  @Field(() => String, { nullable: true, description: 'The weights in that file, in CSS syntax.' })
  weights: string | null;
}

@ObjectType('Branding', { description: 'The branding of the pages for customers.' })
export class BrandingType {
  @Field(() => String, { nullable: true, description: '#rrggbb; null: the default.' }) accent: string | null;
  @Field(() => BrandingPaletteType, { nullable: true }) palette: BrandingPaletteType | null;
  @Field(() => String, { nullable: true, description: 'A path on this origin.' }) logoPath: string | null;
  @Field(() => BrandingTypefaceType) typeface: BrandingTypefaceType;
  @Field(() => [BrandingTextsType]) texts: BrandingTextsType[];
}

@ObjectType('SiteBranding', { description: 'The same, with the author of the last change.' })
export class SiteBrandingType {
  @Field(() => BrandingType) branding: BrandingType;
  @Field(() => String, VERSION) version: string;
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
  @Field(() => String, { nullable: true, description: '#rrggbb; null: the default.' })
  accent?: string | null;
  @Raw({ max: LIMITS.requestBytes })
  @Field(() => String, {
    nullable: true,
    description: 'A data URL of a PNG, JPEG, WebP or SVG; null removes it; unchanged when omitted.',
  })
  logo?: string | null;
  @Field(() => BrandingFontEnum, { nullable: true, description: 'Unchanged when omitted.' }) font?: BrandingFont | null;
  @Field(() => ID, { nullable: true, description: 'A font uploaded before; when omitted, the last one is kept.' })
  fontId?: string | null;
  @ValidateNested({ each: true })
  @Field(() => [BrandingTextsInput])
  texts: BrandingTextsInput[];
  @Exact({ max: LIMITS.handle })
  @Field(() => String, BASED_ON)
  basedOn?: string | null;
}
