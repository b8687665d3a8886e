/** Prints 前台使用指南: one page for the desk's wall or drawer. */
import type { ClerkGuideInput } from '@shared/forms/clerk-guide';
import { guide as words } from '@shared/messages/zh-CN/guide';
import { useDirectory } from '../data/directory';
import { today } from '../data/session';
import { printForm } from '../ui/print/print-form';

export function printGuide(): void {
  const { clubName, emergencyContacts } = useDirectory.getState().settings;
  const data: ClerkGuideInput = {
    club: clubName,
    day: today(),
    contacts: emergencyContacts.map(({ name, phone }) => ({ name, phone })),
  };
  printForm({ form: 'clerk-guide', title: words.title, data, reference: data.day });
}
