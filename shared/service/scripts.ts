/** 规范用语 as they are said: the places for names filled in. */

/** Whose names stand in a script. */
export interface ScriptNames {
  readonly club: string;
  readonly name: string;
  readonly staffNo: string;
}

/** The script with 【俱乐部】, 【姓名】 and 【工号】 filled in; other brackets stay. */
export const sayScript = (text: string, { club, name, staffNo }: ScriptNames): string =>
  text.replaceAll('【俱乐部】', club).replaceAll('【姓名】', name).replaceAll('【工号】', staffNo);
