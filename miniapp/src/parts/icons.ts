/** Drawn icons, 24 × 24, as the inside of an SVG; they take the colour of the words beside them (config/sass.ts). */
export const icons = {
  call: '<path d="M6 3h3l2 5-2.5 1.500a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z"/>',
  bag: '<path d="M5 8h14l-1 12H6z"/><path d="M9 8V7a3 3 0 0 1 6 0v1"/>',
  home: '<path d="M4 11l8-7 8 7v9h-5v-6H9v6H4z"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21a8 8 0 0 1 16 0"/>',
  done: '<path d="M5 12l5 5 9-10" stroke-width="2.4"/>',
  warn: '<path d="M12 4l9 16H3z"/><path d="M12 10v4M12 17v.2"/>',
  back: '<path d="M15 5l-7 7 7 7"/>',
  next: '<path d="M9 5l7 7-7 7"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>',
  offline:
    '<path d="M3 3l18 18M5 12a10 10 0 0 1 4-2.500M19 12a10 10 0 0 0-4.5-2.700M8.5 15.500a5 5 0 0 1 7 0M12 19v.2"/>',
  paper: '<path d="M6 3h9l4 4v14H6z"/><path d="M9 11h7M9 15h7"/>',
  calendar: '<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>',
  erase: '<path d="M9 5h12v14H9l-6-7z"/><path d="M12 9.500l5 5M17 9.500l-5 5"/>',
  refresh: '<path d="M20 12a8 8 0 1 1-2.5-5.800M20 3v4h-4"/>',
} as const;
export type IconName = keyof typeof icons;
