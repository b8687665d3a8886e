/** Line icons, drawn here so that the first page needs no icon library. */
import type { ReactElement } from 'react';

const PATHS = {
  home: 'M3 11l9-8 9 8M5 9.5V21h14V9.5',
  visitor: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.5 3.5-7 8-7s8 2.5 8 7',
  found:
    'M4 9h16v12H4zM2.5 5.5h19V9h-19zM12 5.5V21M12 5.5C9 5.5 7.5 4.5 8 3s3.500 0 4 2.500c.5-2.500 3.500-4 4-2.500s-1 2.500-4 2.500z',
  phone:
    'M6 3h3l1.500 5-2 1.500a12 12 0 0 0 6 6l1.500-2 5 1.500v3a2 2 0 0 1-2 2C11.500 20 4 12.500 4 5a2 2 0 0 1 2-2z',
  speech: 'M4 4h16v12h-8l-5 4v-4H4zM8 8.500h8M8 12h5',
  report: 'M5 3h14v18H5zM8.500 8h7M8.500 12h7M8.500 16h4',
  chart: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  settings:
    'M12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M5.600 18.400l2.100-2.100M16.300 7.700l2.100-2.100',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3h10v6M7 18H4v-8h16v8h-3M7 15h10v6H7z',
  export: 'M12 15V4M8 8l4-4 4 4M5 14v6h14v-6',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.500l5 5L19.500 7',
  shield: 'M12 3l8 3v6c0 5-3.500 8-8 9.500C7.500 20 4 17 4 12V6z',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
  till: 'M3 11h18v9H3zM6 11V5h8v6M9 15h6M17 11V8',
  bank: 'M3 9.500l9-6 9 6zM5.500 10v7M10 10v7M14 10v7M18.500 10v7M3 20h18',
  handover: 'M4 8h13l-4-4M20 16H7l4 4',
  backup: 'M4 6c0-4 16-4 16 0v12c0 4-16 4-16 0zM4 6c0 4 16 4 16 0M4 12c0 4 16 4 16 0',
  star: 'M12 3.500l2.600 5.500 6 .8-4.400 4.200 1.100 6L12 17.100 6.700 20l1.100-6L3.400 9.800l6-.8z',
  fee: 'M5 3h14v18l-3-2-2 2-2-2-2 2-2-2-3 2zM9 7l3 4 3-4M12 11v5M9.500 12h5M9.500 14.500h5',
  wallet: 'M3 6.500h15v3M3 6.500v12h18v-9H3M16.500 14h.01',
  count: 'M4 4h16v16H4zM8 12l3 3 5-6',
  bag: 'M5 8h14l1 13H4zM8.500 10V7a3.500 3.500 0 0 1 7 0v3',
  barcode: 'M4 5v14M7 5v14M10 5v10M13 5v14M16 5v10M19 5v14',
  tag: 'M3 12V4h8l9.500 9.500-7.500 7.500zM7.500 8.500h.01',
  month: 'M4 5.500h16V21H4zM4 10h16M8 3v4M16 3v4M8.500 15.500l2.500 2.500 4.500-4.500',
  umbrella: 'M12 2.500v1.500M3 13a9 9 0 0 1 18 0zM12 13v6.500a2 2 0 0 1-4 0',
  box: 'M3 8l9-5 9 5v9l-9 5-9-5zM3 8l9 5 9-5M12 13v9',
  cart: 'M3 4h3l2.500 11h9.500L20.500 7H7M9.500 20a1 1 0 1 0 0-.1M17 20a1 1 0 1 0 0-.1',
  sync: 'M4 12a8 8 0 0 1 13.700-5.700L20 8.500M20 4v4.500h-4.500M20 12a8 8 0 0 1-13.700 5.700L4 15.500M4 20v-4.500h4.500',
  roster: 'M4 5.500h16V20H4zM4 9.500h16M8 3v4M16 3v4M8 13h.01M12 13h.01M16 13h.01M8 16.500h.01M12 16.500h.01',
  wrench:
    'M14.500 6.500a4.500 4.500 0 0 1 5.900-4.300l-3 3 .6 2.400 2.400.6 3-3a4.500 4.500 0 0 1-6 5.500l-8.900 8.900a2.100 2.100 0 0 1-3-3z',
  talk: 'M4 4h16v11H10l-5 5v-5H4zM8 8h8M8 11h5',
  fold: 'M6 9l6 6 6-6',
  complaint: 'M4 4h16v12H10l-5 5v-5H4zM12 7v4M12 13.500h.01',
  alarm: 'M6 17V11a6 6 0 0 1 12 0v6M4 20.500h16M4 17h16M12 2v1.500M3.500 5.500l1 1M20.500 5.500l-1 1',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c0-4 3-6.500 6.500-6.500s6.500 2.500 6.500 6.500M16 11a3 3 0 1 0-1-5.800M17 13.800c2.700.400 4.500 2.700 4.500 6.200',
  flag: 'M6 21V4h12l-3 4 3 4H6',
} as const;

export type IconName = keyof typeof PATHS;

/** One icon, 16 px unless said; it takes the text's colour and is hidden from screen readers. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
