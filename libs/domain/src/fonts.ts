/** What the pages of a site are set in. OWN is a file that the site has given; the others are on people's machines. */
export const BRANDING_FONTS = ['SYSTEM', 'SANS', 'SERIF', 'ROUNDED', 'OWN'] as const;
export type BrandingFont = (typeof BRANDING_FONTS)[number];

/** The name under which the pages know the site's own font. */
export const OWN_FONT_FAMILY = 'Tandem Site';

const GOTHIC = "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif";

/** Families with Hangul and Latin, of every system, that come close to each other. */
export const FONT_STACKS: Readonly<Record<BrandingFont, string>> = {
  SYSTEM: `system-ui, -apple-system, 'Segoe UI', ${GOTHIC}`,
  SANS: `'Helvetica Neue', Arial, ${GOTHIC}`,
  SERIF: "'Noto Serif KR', 'Noto Serif CJK KR', 'Nanum Myeongjo', Cambria, AppleMyungjo, Batang, serif",
  ROUNDED: `ui-rounded, NanumSquareRound, Nunito, 'Nanum Gothic', ${GOTHIC}`,
  OWN: `'${OWN_FONT_FAMILY}', system-ui, ${GOTHIC}`,
};
