/** The parts of the dashboard's side column, one shown at a time. */
export const SIDE_PARTS = ['CHAT', 'PEOPLE', 'NOTES', 'FILES'] as const;
export type SidePart = (typeof SIDE_PARTS)[number];

/** Where something lies that can be moved: the shares of the free width and height at its left and above it, 0 to 1. */
export interface Place {
  x: number;
  y: number;
}

/** How an account has arranged the dashboard. */
export interface DashboardLayout {
  isRailUnfolded: boolean;
  isSideFolded: boolean;
  /** In CSS pixels, within SIDE_WIDTH. */
  sideWidth: number;
  sidePart: SidePart;
  isViewerBarFolded: boolean;
  viewerBar: Place;
  /** The pictures of the participants. */
  tiles: Place;
}

export const SIDE_WIDTH = { min: 280, max: 480 } as const;

export const DEFAULT_LAYOUT: DashboardLayout = {
  isRailUnfolded: false,
  isSideFolded: false,
  sideWidth: 320,
  sidePart: 'CHAT',
  isViewerBarFolded: false,
  viewerBar: { x: 0.5, y: 1 },
  tiles: { x: 1, y: 1 },
};
