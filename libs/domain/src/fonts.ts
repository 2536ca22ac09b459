/** The font of a site's pages. OWN is an uploaded file; the others are installed on people's machines. */
export const BRANDING_FONTS = ['SYSTEM', 'SANS', 'SERIF', 'ROUNDED', 'OWN'] as const;
export type BrandingFont = (typeof BRANDING_FONTS)[number];

/** The font family name of the site's own font. */
export const OWN_FONT_FAMILY = 'Tandem Site';

const GOTHIC = "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif";

/** Similar families with Hangul and Latin on every operating system. */
export const FONT_STACKS: Readonly<Record<BrandingFont, string>> = {
  SYSTEM: `system-ui, -apple-system, 'Segoe UI', ${GOTHIC}`,
  SANS: `'Helvetica Neue', Arial, ${GOTHIC}`,
  SERIF: "'Noto Serif KR', 'Noto Serif CJK KR', 'Nanum Myeongjo', Cambria, AppleMyungjo, Batang, serif",
  ROUNDED: `ui-rounded, NanumSquareRound, Nunito, 'Nanum Gothic', ${GOTHIC}`,
  OWN: `'${OWN_FONT_FAMILY}', system-ui, ${GOTHIC}`,
};
