/** The print preview in English; printed forms stay Chinese. */
export const print = {
  page: 'Page {{page}} of {{pages}}',
  title: 'Print preview',
  preparing: 'Preparing {{form}}…',
  progress: '{{done}} of {{total}} rows laid out',
  cancel: 'Cancel',
  close: 'Close',
  pages: '{{pages}} pages',
  printTestPage: 'Print a test page',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitWidth: 'Fit width',
  printer: 'Printer',
  defaultPrinter: '{{name}} (default)',
  copies: 'Copies',
  print: 'Print',
  printing: 'Sending to the printer…',
  save: 'Save as PDF',
  retry: 'Try again',
  refreshPrinters: 'Look for printers again',
  noPrinters:
    'No printer was found. Save as PDF, or check that the printer is on and connected, then look again.',
  sent: 'Sent to printer “{{printer}}”, copies: {{copies}}.',
  saved: 'Saved.',
  missing:
    '{{count}} characters are in no font and print as their codes: {{characters}}. Please write them in by hand.',
  wrongCopies: 'Copies: a whole number from 1 to 99.',
  failed:
    'The form could not be made. Nothing was lost; please try again, or restart the program and print then.',
  diskFull: 'The disk is full. Free some space and try again.',
  previewFailed: 'The preview cannot be shown, but printing and saving work.',
  saveFailed: 'It was not saved. Choose another folder, or check free space and permissions.',
  paper: { A4: 'A4 paper', roll: 'a roll of 80 mm', label: 'label paper' },
  stuck: '{{form}} has not come out yet. {{cause}}',
  queuedNote: 'It prints by itself once that is mended; there is no need to print it again.',
  open: 'Show',
  error: {
    printerGone: 'Printer “{{printer}}” is gone. Check that it is on and connected, or choose another one.',
    printerStopped:
      "Printer “{{printer}}” does not accept jobs. Resume it in the system's printer settings, or choose another one.",
    printerPaused:
      "Printer “{{printer}}” is paused. Resume it in the system's printer settings, or choose another one.",
    spoolerDown:
      "The system's print service is not running. Restart it or the PC; saving as PDF works meanwhile.",
    wrongPaper:
      'Printer “{{printer}}” does not have {{paper}}. Choose another one, or add this paper in its system settings.',
    noPaper: 'Printer “{{printer}}” is out of paper. Put in {{paper}}.',
    jam: 'Paper is jammed in printer “{{printer}}”. Take it out.',
    coverOpen: 'The cover of printer “{{printer}}” is not closed.',
    noInk: 'Printer “{{printer}}” is out of toner or ink.',
    offline: 'Printer “{{printer}}” cannot be reached. Check its power and its cable.',
    attention: 'Printer “{{printer}}” reports a fault. Look at its display or lights.',
    aborted: 'Printer “{{printer}}” gave the form up, or somebody cancelled it in the queue.',
    failed:
      'Printer “{{printer}}” did not print it. Check the printer and try again; saving as PDF works meanwhile.',
  },
} as const;
