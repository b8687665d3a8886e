/** How long personal data is kept (DOMAIN §2). */

/** The first day that is still within the retention time; what is older would be erased at once. */
export function oldestKept(today: string, retentionMonths: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const months = year * 12 + month - 1 - retentionMonths;
  const date = today.slice(8);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-${date}`;
}
