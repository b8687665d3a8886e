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
  error: {
    printerGone: 'Printer “{{printer}}” is gone. Check that it is on and connected, or choose another one.',
    printerStopped:
      "Printer “{{printer}}” does not accept jobs. Resume it in the system's printer settings, or choose another one.",
    spoolerDown:
      "The system's print service is not running. Restart it or the PC; saving as PDF works meanwhile.",
    failed: 'Printing did not succeed. Check the printer and try again; saving as PDF works meanwhile.',
  },
} as const;
